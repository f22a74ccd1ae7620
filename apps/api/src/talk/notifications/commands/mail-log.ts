import type { Sql } from '@eventstore/record';
import { Database } from '@kernel/database';
import { Jobs } from '@kernel/jobs';
import { Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import type { MailKind, Notice } from '../domain/notices';
import { Wanted } from './wanted';

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
    private readonly wanted: Wanted,
  ) {}

  /** Writes the mails of a fact that are wanted down and enqueues them, in the caller's transaction. */
  async enqueue(sql: Sql, cause: string, told: readonly Notice[]): Promise<void> {
    const notices = await this.wanted.among(sql, 'mail', told);
    if (notices.length === 0) return;
    const rows = await sql.query<{ id: string; kind: string }>(
      `insert into mail_log (id, cause, kind, account_id, link, about)
        select m.id, $1, m.kind, m.account_id, m.link, m.about
          from unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::jsonb[])
            as m(id, kind, account_id, link, about)
        on conflict (cause, kind, account_id) do nothing returning id, kind`,
      [
        cause,
        notices.map(() => randomUUIDv7()),
        notices.map(({ kind }) => kind),
        notices.map(({ to }) => to),
        notices.map(({ link }) => link),
        notices.map(({ about }) => JSON.stringify(about)),
      ],
    );
    const jobs = rows.map(({ id, kind }) => ({
      name: kind,
      payload: { mailId: id },
      id: `mail-${id}`,
    }));
    await this.jobs.addAll(sql, 'mail', jobs);
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
