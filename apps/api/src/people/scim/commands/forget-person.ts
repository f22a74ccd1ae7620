import type { Sql } from '@eventstore/record';
import { Forgets } from '@kernel/forgetting';
import { Injectable } from '@nestjs/common';

/** What a directory said about somebody goes with them. */
@Injectable()
@Forgets()
export class ForgetUser {
  async forget(sql: Sql, subject: string): Promise<void> {
    await sql.query('delete from scim_users where account_id = $1', [subject]);
  }
}
