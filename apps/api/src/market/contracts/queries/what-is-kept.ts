import type { Sql } from '@eventstore/record';
import { tablesFrom, Tells, type Table } from '@kernel/belongings';
import { Injectable } from '@nestjs/common';

const questions = {
  contracts: `select id, job_id as "jobId", client_id as "clientId", provider_id as "providerId", state,
      title, case when client_id = $1 then message end as message,
      case when client_id = $1 then purchase_order end as "purchaseOrder",
      case when client_id = $1 then fields end as fields, nda, fees,
      terms_version as "termsVersion", milestones, (select coalesce(jsonb_agg(s), '[]')
        from jsonb_array_elements(signatures) s where s ->> 'by' = $1::text) as signatures,
      created_at as "createdAt"
    from contracts where client_id = $1 or provider_id = $1 order by id`,
  updates: `select id, contract_id as "contractId", note, files, at from work_updates
    where by_id = $1 order by at`,
};

/** The contracts of somebody and what they wrote in them; the other side’s name is not in it. */
@Injectable()
@Tells('contracts')
export class TellContracts {
  tablesOf(sql: Sql, subject: string): Promise<Table[]> {
    return tablesFrom(sql, subject, questions);
  }
}
