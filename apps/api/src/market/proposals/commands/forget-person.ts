import type { Sql } from '@eventstore/record';
import { Forgets } from '@kernel/forgetting';
import { erased } from '@wire/privacy';
import { Injectable } from '@nestjs/common';

/** What a provider proposed, and what a client wrote about it, is gone. */
@Injectable()
@Forgets()
export class ForgetProposals {
  async forget(sql: Sql, subject: string): Promise<void> {
    await sql.query(
      `update proposals set content = content || jsonb_build_object('coverLetter', $2::text,
        'answers', '[]'::jsonb, 'attachments', '[]'::jsonb, 'milestones',
        (select coalesce(jsonb_agg(m || jsonb_build_object('title', $2::text)), '[]')
          from jsonb_array_elements(content -> 'milestones') m)) where provider_id = $1`,
      [subject, erased],
    );
    await sql.query(
      `update proposals set decline_note = $2 where client_id = $1 and decline_note is not null`,
      [subject, erased],
    );
  }
}
