import type { Sql } from '@eventstore/record';
import { Forgets } from '@kernel/forgetting';
import { Injectable } from '@nestjs/common';

/** No program acts for somebody who is gone. What a key was called goes with it. */
@Injectable()
@Forgets()
export class ForgetKeys {
  async forget(sql: Sql, subject: string): Promise<void> {
    await sql.query('delete from api_keys where account_id = $1', [subject]);
    await sql.query('delete from service_accounts where owner_id = $1', [subject]);
  }
}
