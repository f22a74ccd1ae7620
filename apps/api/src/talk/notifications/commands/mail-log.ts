import type { Sql } from '@eventstore/record';
import { Database } from '@kernel/database';
import { Jobs } from '@kernel/jobs';
import { Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import type { MailKind, Notice } from '../domain/notices';

export interface LoggedMail {
  readonly id: string;
  readonly kind: MailKind;
  readonly to: string;
  readonly link: string;
  readonly about: Notice['about'];
  readonly sent: boolean;
}

/** One row per mail: the same fact never writes to the same person twice about the same thing. */
@Injectable()
export class MailLog {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  /** Writes the mails of a fact down and enqueues them, in the caller's transaction. */
  async enqueue(sql: Sql, cause: string, notices: readonly Notice[]): Promise<void> {
    for (const { kind, to, link, about } of notices) {
      const rows = await sql.query<{ id: string }>(
        `insert into mail_log (id, cause, kind, account_id, link, about) values ($1, $2, $3, $4, $5, $6)
          on conflict (cause, kind, account_id) do nothing returning id`,
        [randomUUIDv7(), cause, kind, to, link, JSON.stringify(about)],
      );
      for (const { id } of rows)
        await this.jobs.add(sql, 'mail', kind, { mailId: id }, { id: `mail-${id}` });
    }
  }

  async find(mailId: string): Promise<LoggedMail | null> {
    const [row] = await this.database.query<LoggedMail>(
      `select id, kind, account_id as "to", link, about, sent_at is not null as sent from mail_log where id = $1`,
      [mailId],
    );
    return row ?? null;
  }

  async sent(mailId: string): Promise<void> {
    await this.database.query('update mail_log set sent_at = now() where id = $1', [mailId]);
  }
}
