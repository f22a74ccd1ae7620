import type { Sql } from '@eventstore/record';
import { tablesFrom, Tells, type Table } from '@kernel/belongings';
import { Injectable } from '@nestjs/common';

const questions = {
  statement: `select e.id, e.journal, a.kind as bucket, e.kind, e.amount, e.balance, e.currency,
      e.effective_at as at
    from ledger.accounts a join ledger.entries e on e.account = a.id
    where a.owner = $1 and a.kind in ('wallet_available', 'wallet_held') order by e.id`,
};

/** The statement of somebody’s wallets. */
@Injectable()
@Tells('wallet')
export class TellWallet {
  tablesOf(sql: Sql, subject: string): Promise<Table[]> {
    return tablesFrom(sql, subject, questions);
  }
}
