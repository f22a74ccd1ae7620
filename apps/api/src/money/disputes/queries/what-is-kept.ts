import type { Sql } from '@eventstore/record';
import { tablesFrom, Tells, type Table } from '@kernel/belongings';
import { Injectable } from '@nestjs/common';

const questions = {
  disputes: `select id, contract_id as "contractId", contract_title as "contractTitle",
      client_id as "clientId", provider_id as "providerId", category, amount, currency, state,
      opened_at as "openedAt" from disputes where client_id = $1 or provider_id = $1 order by id`,
  words: `select id, dispute_id as "disputeId", kind, body, at from dispute_words
    where author_id = $1 order by at`,
};

/** The disputes of somebody and what they wrote in them. */
@Injectable()
@Tells('disputes')
export class TellDisputes {
  tablesOf(sql: Sql, subject: string): Promise<Table[]> {
    return tablesFrom(sql, subject, questions);
  }
}
