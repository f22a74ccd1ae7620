import type { Sql } from '@eventstore/record';
import { tablesFrom, Tells, type Table } from '@kernel/belongings';
import { Injectable } from '@nestjs/common';

const questions = {
  accounts: `select id, holder, ifsc, last4, state, created_at as "createdAt" from bank_accounts
    where provider_id = $1 order by id`,
  payouts: `select id, bank_account_id as "bankAccountId", amount, currency, state, utr,
      requested_at as "requestedAt" from payouts where provider_id = $1 order by id`,
};

/** Where somebody’s money went. */
@Injectable()
@Tells('payouts')
export class TellPayouts {
  tablesOf(sql: Sql, subject: string): Promise<Table[]> {
    return tablesFrom(sql, subject, questions);
  }
}
