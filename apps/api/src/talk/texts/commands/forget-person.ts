import type { Sql } from '@eventstore/record';
import { Forgets } from '@kernel/forgetting';
import { Injectable } from '@nestjs/common';

/** What was sent to somebody's phone is no longer kept, nor when, nor that they ended it. */
@Injectable()
@Forgets()
export class ForgetTexts {
  async forget(sql: Sql, subject: string): Promise<void> {
    await sql.query('delete from text_stops where account_id = $1', [subject]);
    await sql.query('delete from quiet_hours where account_id = $1', [subject]);
    await sql.query('delete from texts where account_id = $1', [subject]);
  }
}
