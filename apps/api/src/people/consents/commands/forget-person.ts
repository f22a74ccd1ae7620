import type { Sql } from '@eventstore/record';
import { Expires } from '@kernel/expiry';
import { Forgets } from '@kernel/forgetting';
import { Injectable } from '@nestjs/common';

/** What somebody agreed to ends with them; that it was said stays in the record, without a name. */
@Injectable()
@Forgets()
export class ForgetConsents {
  async forget(sql: Sql, subject: string): Promise<void> {
    await sql.query('delete from consents where subject = $1', [subject]);
  }
}

/** A guest who never came back is a number that nobody has any more. */
@Injectable()
@Expires('guest_consents')
export class ExpireGuestConsents {
  async expire(sql: Sql, before: string): Promise<number> {
    const gone = await sql.query('delete from consents where is_guest and at < $1 returning id', [
      before,
    ]);
    return gone.length;
  }
}
