import type { Sql } from '@eventstore/record';
import { tablesFrom, Tells, type Table } from '@kernel/belongings';
import { Injectable } from '@nestjs/common';

const questions = {
  inbox: `select kind, at, read_at as "readAt", link, about from notifications
    where account_id = $1 order by at`,
  mails: `select kind, link, queued_at as "queuedAt", sent_at as "sentAt" from mail_log
    where account_id = $1 order by queued_at`,
  choices: `select topic, channel, wanted, changed_at as "changedAt" from notice_choices
    where account_id = $1 order by changed_at`,
};

/** What somebody was told. */
@Injectable()
@Tells('notices')
export class TellNotices {
  tablesOf(sql: Sql, subject: string): Promise<Table[]> {
    return tablesFrom(sql, subject, questions);
  }
}
