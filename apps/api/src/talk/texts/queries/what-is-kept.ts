import type { Sql } from '@eventstore/record';
import { tablesFrom, Tells, type Table } from '@kernel/belongings';
import { Injectable } from '@nestjs/common';

const questions = {
  texts: `select purpose, masked as number, status, queued_at as "queuedAt",
    changed_at as "changedAt" from texts where account_id = $1 order by queued_at`,
  stopped: `select by, stopped_at as "stoppedAt" from text_stops where account_id = $1`,
  quietHours: `select is_on as "isOn", starts as "from", ends as "to",
    changed_at as "changedAt" from quiet_hours where account_id = $1`,
};

/** What went to somebody's phone. */
@Injectable()
@Tells('texts')
export class TellTexts {
  tablesOf(sql: Sql, subject: string): Promise<Table[]> {
    return tablesFrom(sql, subject, questions);
  }
}
