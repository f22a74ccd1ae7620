import type { Sql } from '@eventstore/record';
import { Forgets } from '@kernel/forgetting';
import { erased } from '@wire/privacy';
import { Injectable } from '@nestjs/common';

/** The seat is free; what they decided stays, without their words. */
@Injectable()
@Forgets()
export class ForgetMember {
  async forget(sql: Sql, subject: string): Promise<void> {
    await sql.query('delete from org_members where account_id = $1', [subject]);
    await sql.query('delete from org_acting where account_id = $1', [subject]);
    await sql.query('delete from org_invitations where accepted_by = $1', [subject]);
    await sql.query(
      `update org_spendings set decisions = (
          select jsonb_agg(case when d ->> 'by' = $1 and d ->> 'comment' <> ''
            then jsonb_set(d, '{comment}', to_jsonb($2::text)) else d end)
          from jsonb_array_elements(decisions) d)
        where decisions @> jsonb_build_array(jsonb_build_object('by', $1::text))`,
      [subject, erased],
    );
  }
}
