import type { Sql } from '@eventstore/record';
import { tablesFrom, Tells, type Table } from '@kernel/belongings';
import { Injectable } from '@nestjs/common';

const questions = {
  deposits: `select id, contract_id as "contractId", milestone_id as "milestoneId", state, amount, refunded,
      currency, method, created_at as "createdAt", captured_at as "capturedAt"
    from deposits where client_id = $1 order by id`,
};

/** What somebody paid in. */
@Injectable()
@Tells('deposits')
export class TellDeposits {
  tablesOf(sql: Sql, subject: string): Promise<Table[]> {
    return tablesFrom(sql, subject, questions);
  }
}
