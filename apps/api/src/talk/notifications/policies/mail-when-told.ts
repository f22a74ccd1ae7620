import type { Recorded, Sql } from '@eventstore/record';
import { Policy } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { MailLog } from '../commands/mail-log';
import { NoticesOf } from '../commands/notices-of';

type Apply = (data: unknown, event: Recorded, sql: Sql) => Promise<void>;

/** Writes mails down in the transaction that moves the checkpoint; the queue sends them. */
@Injectable()
@Policy('mails')
export class MailWhenTold {
  readonly on: Readonly<Record<string, Apply>>;

  constructor(notices: NoticesOf, log: MailLog) {
    const tell: Apply = async (_, event, sql) =>
      log.enqueue(sql, event.id, await notices.event(event, 'mail'));
    this.on = Object.fromEntries(notices.types.map((type) => [type, tell]));
  }
}
