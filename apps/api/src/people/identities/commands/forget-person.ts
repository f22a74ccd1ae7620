import type { Sql } from '@eventstore/record';
import { Forgets } from '@kernel/forgetting';
import { Injectable } from '@nestjs/common';

/** Who somebody was elsewhere is nobody's business any more, and opens nothing. */
@Injectable()
@Forgets()
export class ForgetIdentities {
  async forget(sql: Sql, subject: string): Promise<void> {
    await sql.query('delete from identities where account_id = $1', [subject]);
    await sql.query('delete from identity_attempts where account_id = $1', [subject]);
    await sql.query(
      'delete from identity_arrivals where email = (select email from accounts where id = $1)',
      [subject],
    );
  }
}
