import type { Sql } from '@eventstore/record';
import { Forgets } from '@kernel/forgetting';
import { erased } from '@wire/privacy';
import { Injectable } from '@nestjs/common';

/** Payouts stay; where they went does not. */
@Injectable()
@Forgets()
export class ForgetBankAccounts {
  async forget(sql: Sql, subject: string): Promise<void> {
    await sql.query(
      `update bank_accounts set holder = $2, ifsc = '', last4 = '', fund_account_id = null,
        validation_id = null, state = 'failed' where provider_id = $1`,
      [subject, erased],
    );
  }
}
