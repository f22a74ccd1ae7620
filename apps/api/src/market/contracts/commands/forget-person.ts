import type { Sql } from '@eventstore/record';
import { Forgets } from '@kernel/forgetting';
import { erased } from '@wire/privacy';
import { Injectable } from '@nestjs/common';

/** Sides, sums and times of a contract stay; words and signatures of who left do not. */
@Injectable()
@Forgets()
export class ForgetContracts {
  async forget(sql: Sql, subject: string): Promise<void> {
    await sql.query(
      `update contracts set title = $2, message = case when message is null then null else $2 end,
        purchase_order = null, fields = '[]' where client_id = $1`,
      [subject, erased],
    );
    await sql.query(
      `update contracts set milestones = (select coalesce(jsonb_agg(m || jsonb_build_object('title', $2::text)), '[]')
          from jsonb_array_elements(milestones) m),
        signatures = (select coalesce(jsonb_agg(case when s ->> 'by' = $1::text
          then s || jsonb_build_object('name', $2::text) else s end), '[]')
          from jsonb_array_elements(signatures) s)
        where client_id = $1::uuid or provider_id = $1::uuid`,
      [subject, erased],
    );
  }
}
