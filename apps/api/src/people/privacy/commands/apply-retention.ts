import type { Sql } from '@eventstore/record';
import { dayOf, daysAfter } from '@kernel/business-days';
import { Clock } from '@kernel/clock';
import { Database } from '@kernel/database';
import { Expires, Expiry } from '@kernel/expiry';
import { beginTimers, morningAfter, OnDue, setTimer } from '@kernel/timers';
import { Injectable } from '@nestjs/common';
import { rulesNow } from '../queries/retention';

const kind = 'privacy-retention-nightly';

const deadline = morningAfter(kind, 3);

/** At three every night each category loses what is older than its rule; each night sets the next. */
@Injectable()
@OnDue(kind)
export class ApplyRetention {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly expiry: Expiry,
  ) {}

  /** From the first start on. */
  async follow(): Promise<void> {
    await beginTimers(this.database, deadline(dayOf(this.clock.now())));
  }

  async due(day: string, _: unknown, sql: Sql): Promise<void> {
    for (const { kind: category, version, years, action } of await rulesNow(sql)) {
      if (action !== 'delete') continue;
      const before = yearsBefore(this.clock.now(), years);
      const gone = await this.expiry.apply(sql, category, before);
      if (gone === null) continue;
      await sql.query(
        `insert into retention_runs (day, kind, version, before, gone, at)
          values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
        [day, category, version, before, gone, this.clock.now().toISOString()],
      );
    }
    await setTimer(sql, deadline(daysAfter(day, 1)));
  }
}

function yearsBefore(now: Date, years: number): string {
  const before = new Date(now);
  before.setUTCFullYear(before.getUTCFullYear() - years);
  return before.toISOString();
}

/** The rows of copies whose bytes went long ago. */
@Injectable()
@Expires('own_exports')
export class ExpireExportRows {
  async expire(sql: Sql, before: string): Promise<number> {
    const gone = await sql.query(
      `delete from data_exports where state = 'expired' and asked_at < $1 returning id`,
      [before],
    );
    return gone.length;
  }
}
