import type { Recorded, Sql } from '@eventstore/record';
import { Policy } from '@kernel/consumers';
import { Wakeups } from '@kernel/wakeups';
import { Injectable } from '@nestjs/common';
import { NoticesOf } from '../commands/notices-of';
import { Wanted } from '../commands/wanted';

type Apply = (data: unknown, event: Recorded, sql: Sql) => Promise<void>;

/** Puts into everybody's inbox what happened that they should know of. */
@Injectable()
@Policy('inbox')
export class NoteWhenTold {
  readonly on: Readonly<Record<string, Apply>>;

  constructor(
    private readonly notices: NoticesOf,
    private readonly wanted: Wanted,
    private readonly wakeups: Wakeups,
  ) {
    const tell: Apply = (_, event, sql) => this.tell(event, sql);
    this.on = Object.fromEntries(notices.types.map((type) => [type, tell]));
  }

  private async tell(event: Recorded, sql: Sql): Promise<void> {
    const notices = await this.notices.event(event, 'inbox');
    for (const { kind, to, side, link, about } of await this.wanted.among(sql, 'inbox', notices)) {
      await sql.query(
        `insert into notifications (id, account_id, kind, side, at, link, about)
          values (gen_random_uuid(), $1, $2, $3, $4, $5, $6)`,
        [to, kind, side, event.metadata.at, link, JSON.stringify(about)],
      );
      this.wakeups.tell('changed', `account:${to}`);
    }
  }
}
