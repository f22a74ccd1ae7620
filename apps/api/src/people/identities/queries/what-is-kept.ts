import type { Sql } from '@eventstore/record';
import { tablesFrom, Tells, type Table } from '@kernel/belongings';
import { Injectable } from '@nestjs/common';

const questions = {
  identities: `select provider, subject, email, linked_at as "linkedAt", used_at as "usedAt"
    from identities where account_id = $1 order by linked_at`,
};

/** Who vouched for somebody, and as whom they know them. */
@Injectable()
@Tells('identities')
export class TellIdentities {
  tablesOf(sql: Sql, subject: string): Promise<Table[]> {
    return tablesFrom(sql, subject, questions);
  }
}
