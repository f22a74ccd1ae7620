import type { Sql } from '@eventstore/record';
import { Forgets } from '@kernel/forgetting';
import { Injectable } from '@nestjs/common';

/** What was sent to somebody's phone is no longer kept. */
@Injectable()
@Forgets()
export class ForgetTexts {
  async forget(sql: Sql, subject: string): Promise<void> {
    await sql.query('delete from texts where account_id = $1', [subject]);
  }
}
