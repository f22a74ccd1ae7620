import type { Sql } from '@eventstore/record';
import { Forgets } from '@kernel/forgetting';
import { erased } from '@wire/privacy';
import { Injectable } from '@nestjs/common';

/** Cases stay, with their sums and decisions; their words are sealed and need no hand here. */
@Injectable()
@Forgets()
export class ForgetTitles {
  async forget(sql: Sql, subject: string): Promise<void> {
    await sql.query(`update disputes set contract_title = $2 where client_id = $1`, [
      subject,
      erased,
    ]);
  }
}
