import type { Sql } from '@eventstore/record';
import { tablesFrom, Tells, type Table } from '@kernel/belongings';
import { Injectable } from '@nestjs/common';

const questions = {
  // Nobody but the provider writes a delivery, and under the provider's own key.
  deliveries: `select id, contract_id as "contractId", milestone_id as "milestoneId", version, note,
      files, at from deliveries where starts_with(note, 'sealed:1:' || $1::uuid) order by at`,
};

/** What somebody delivered. */
@Injectable()
@Tells('deliveries')
export class TellDeliveries {
  tablesOf(sql: Sql, subject: string): Promise<Table[]> {
    return tablesFrom(sql, subject, questions);
  }
}
