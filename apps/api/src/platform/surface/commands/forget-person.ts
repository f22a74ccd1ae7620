import type { Sql } from '@eventstore/record';
import { Forgets } from '@kernel/forgetting';
import { Injectable } from '@nestjs/common';

/** That somebody was refused stays a number; who it was does not. */
@Injectable()
@Forgets()
export class ForgetRefusals {
  async forget(sql: Sql, subject: string): Promise<void> {
    await sql.query('delete from limit_refusals where account_id = $1', [subject]);
  }
}
