import type { Sql } from '@eventstore/record';
import { Forgets } from '@kernel/forgetting';
import { erased } from '@wire/privacy';
import { Injectable } from '@nestjs/common';

/** Stars stay with whom they were given to; the words of who left are gone. */
@Injectable()
@Forgets()
export class ForgetReviews {
  async forget(sql: Sql, subject: string): Promise<void> {
    await sql.query(`update reviews set text = $2 where author_id = $1`, [subject, erased]);
    await sql.query(`update reviews set reply = $2 where subject_id = $1 and reply is not null`, [
      subject,
      erased,
    ]);
    await sql.query(
      `update reviews set contract_title = $2 where contract_id in
        (select contract_id from reviewable_contracts where client_id = $1)`,
      [subject, erased],
    );
  }
}
