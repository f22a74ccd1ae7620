import type { Sql } from '@eventstore/record';
import { DiscoveryService } from '@nestjs/core';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { daysAfter, startOf } from './business-days';
import { Clock } from './clock';
import { RequestContext } from './context';
import { Database } from './database';

/**
 * A provider with `due(key, payload)`: runs once when the deadline passes, never early. One that sets
 * the same deadline again has put it off.
 */
export const OnDue = DiscoveryService.createDecorator<string>();

interface Ripe {
  readonly kind: string;
  readonly key: string;
  readonly payload: Record<string, unknown>;
}

interface Due {
  due(key: string, payload: Record<string, unknown>, sql: Sql): Promise<void>;
}

export interface Deadline {
  readonly kind: string;
  readonly key: string;
  readonly dueAt: string;
  readonly payload?: Record<string, unknown>;
}

/** Sets a deadline, or moves it; a fired one stays fired. */
export async function setTimer(
  sql: Sql,
  { kind, key, dueAt, payload = {} }: Deadline,
): Promise<void> {
  await sql.query(
    `insert into record.timers (kind, key, due_at, payload) values ($1, $2, $3, $4)
      on conflict (kind, key) do update set due_at = excluded.due_at, payload = excluded.payload
      where record.timers.fired_at is null`,
    [kind, key, dueAt, JSON.stringify(payload)],
  );
}

/** Of deadlines that set the next of their kind: the first one, when none waits. */
export async function beginTimers(sql: Sql, first: Deadline): Promise<void> {
  const waiting = await sql.query(
    'select 1 from record.timers where kind = $1 and fired_at is null limit 1',
    [first.kind],
  );
  if (waiting.length === 0) await setTimer(sql, first);
}

/** What a day of business leaves to do, so many hours after its end. The key is the day. */
export const morningAfter =
  (kind: string, hours: number) =>
  (day: string): Deadline => {
    const end = startOf(daysAfter(day, 1)).getTime();
    return { kind, key: day, dueAt: new Date(end + hours * 3_600_000).toISOString() };
  };

export async function cancelTimer(sql: Sql, kind: string, key: string): Promise<void> {
  await sql.query('delete from record.timers where kind = $1 and key = $2 and fired_at is null', [
    kind,
    key,
  ]);
}

/** Those of these deadlines that still wait are due at once. */
export async function hastenTimers(
  sql: Sql,
  kind: string,
  keys: readonly string[],
  now: Date,
): Promise<void> {
  if (keys.length === 0) return;
  await sql.query(
    `update record.timers set due_at = $3, retry_at = null
      where kind = $1 and key = any($2) and fired_at is null and due_at > $3`,
    [kind, keys, now.toISOString()],
  );
}

const pollMs = 500;
const retryMs = 30_000;

@Injectable()
export class Timers implements OnApplicationShutdown {
  private readonly logger = new Logger(Timers.name);
  private timer: NodeJS.Timeout | undefined;
  private busy: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly discovery: DiscoveryService,
    private readonly clock: Clock,
    private readonly context: RequestContext,
  ) {}

  follow(): void {
    this.timer = setInterval(() => {
      this.busy ??= this.fireDue()
        .catch(this.report)
        .finally(() => (this.busy = undefined));
    }, pollMs);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.busy;
  }

  /** Fires what is due, oldest first, each in a transaction that marks it fired. */
  async fireDue(): Promise<void> {
    while (await this.fireOne());
  }

  private async fireOne(): Promise<boolean> {
    let ripe: Ripe | undefined;
    try {
      return await this.inTransaction((found) => (ripe = found));
    } catch (error) {
      if (!ripe) throw error;
      this.report(error);
      await this.postpone(ripe);
      return true;
    }
  }

  private async postpone({ kind, key }: Ripe): Promise<void> {
    const retryAt = new Date(this.clock.now().getTime() + retryMs).toISOString();
    await this.database.query(
      'update record.timers set retry_at = $3 where kind = $1 and key = $2',
      [kind, key, retryAt],
    );
  }

  private inTransaction(found: (row: Ripe | undefined) => void): Promise<boolean> {
    const now = this.clock.now().toISOString();
    return this.database.transaction(async (sql) => {
      const [row] = await sql.query<Ripe>(
        `select kind, key, payload from record.timers
          where fired_at is null and due_at <= $1 and coalesce(retry_at, due_at) <= $1
          order by due_at limit 1 for update skip locked`,
        [now],
      );
      found(row);
      if (!row) return false;
      await this.context.run({ idempotencyKey: `timer:${row.kind}:${row.key}` }, () =>
        this.receiver(row.kind).due(row.key, row.payload, sql),
      );
      await sql.query(
        `update record.timers set fired_at = $3 where kind = $1 and key = $2 and due_at <= $3`,
        [row.kind, row.key, now],
      );
      return true;
    });
  }

  private receiver(kind: string): Due {
    const found = this.discovery
      .getProviders()
      .find((wrapper) => this.discovery.getMetadataByDecorator(OnDue, wrapper) === kind);
    if (!found) throw new Error(`nothing waits for the deadline ${kind}`);
    return found.instance as Due;
  }

  private readonly report = (error: unknown): void => {
    this.logger.error(`a deadline could not fire: ${(error as Error).message}`);
  };
}
