import type { Sql } from '@eventstore/record';
import { Forgets } from '@kernel/forgetting';
import { erased } from '@wire/privacy';
import { Injectable } from '@nestjs/common';

/** A job keeps its place in the market; what its client wrote is gone. */
@Injectable()
@Forgets()
export class ForgetJobs {
  async forget(sql: Sql, subject: string): Promise<void> {
    await sql.query(
      `update jobs set fields = '[]', content = content
        || jsonb_build_object('title', $2::text, 'description', $2::text, 'summary', $2::text, 'questions', '[]'::jsonb,
          'purchaseOrder', null, 'costCentre', null, 'given', '[]'::jsonb, 'skills', '[]'::jsonb,
          'attachments', '[]'::jsonb)
        where client_id = $1`,
      [subject, erased],
    );
    await sql.query('update job_signatures set name = $2 where account_id = $1', [subject, erased]);
    await sql.query('delete from job_talent where account_id = $1', [subject]);
    await sql.query('delete from job_invitations where provider_id = $1', [subject]);
    // Why somebody fits are the very words of both.
    await sql.query(
      `delete from job_matches where provider_id = $1
        or job_id in (select id from jobs where client_id = $1)`,
      [subject],
    );
  }
}
