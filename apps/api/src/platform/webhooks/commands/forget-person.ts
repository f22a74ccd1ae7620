import type { Sql } from '@eventstore/record';
import { Forgets } from '@kernel/forgetting';
import { Injectable } from '@nestjs/common';

/** Nobody is told in the name of somebody who is gone. */
@Injectable()
@Forgets()
export class ForgetEndpoints {
  async forget(sql: Sql, subject: string): Promise<void> {
    await sql.query('delete from webhook_endpoints where account_id = $1', [subject]);
  }
}
