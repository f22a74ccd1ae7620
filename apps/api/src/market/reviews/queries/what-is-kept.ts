import type { Sql } from '@eventstore/record';
import { tablesFrom, Tells, type Table } from '@kernel/belongings';
import { Injectable } from '@nestjs/common';

const questions = {
  written: `select id, contract_id as "contractId", subject_id as "aboutId", stars, quality, communication,
      timeliness, text, at, published_at as "publishedAt" from reviews where author_id = $1 order by at`,
  received: `select id, contract_id as "contractId", author_id as "authorId", stars, quality, communication,
      timeliness, text, reply, at from reviews
    where subject_id = $1 and published_at is not null order by at`,
};

/** What somebody said about others, and what others said about them. */
@Injectable()
@Tells('reviews')
export class TellReviews {
  tablesOf(sql: Sql, subject: string): Promise<Table[]> {
    return tablesFrom(sql, subject, questions);
  }
}
