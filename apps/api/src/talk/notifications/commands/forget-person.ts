import type { Sql } from '@eventstore/record';
import { Forgets } from '@kernel/forgetting';
import { Injectable } from '@nestjs/common';

/** What was written to somebody is no longer kept. */
@Injectable()
@Forgets()
export class ForgetNotices {
  async forget(sql: Sql, subject: string): Promise<void> {
    await sql.query('delete from notifications where account_id = $1', [subject]);
    await sql.query('delete from notice_choices where account_id = $1', [subject]);
    await sql.query('delete from mail_log where account_id = $1', [subject]);
  }
}
