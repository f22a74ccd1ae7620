import type { Sql } from '@eventstore/record';
import { tablesFrom, Tells, type Table } from '@kernel/belongings';
import { Injectable } from '@nestjs/common';

const questions = {
  consents: `select purpose, given, version, hash, locale, source, at from consents
    where subject = $1 order by at, id`,
};

/** To what somebody said yes and no. */
@Injectable()
@Tells('consents')
export class TellConsents {
  tablesOf(sql: Sql, subject: string): Promise<Table[]> {
    return tablesFrom(sql, subject, questions);
  }
}
