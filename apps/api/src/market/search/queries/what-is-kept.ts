import type { Sql } from '@eventstore/record';
import { tablesFrom, Tells, type Table } from '@kernel/belongings';
import { Injectable } from '@nestjs/common';

const questions = {
  saved: `select id, name, query, created_at as "createdAt" from saved_searches
    where account_id = $1 order by id`,
};

/** What somebody looks for. */
@Injectable()
@Tells('searches')
export class TellSearches {
  tablesOf(sql: Sql, subject: string): Promise<Table[]> {
    return tablesFrom(sql, subject, questions);
  }
}
