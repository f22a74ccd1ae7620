import { readAll } from '@eventstore/postgres';
import { isAfter, start, type Position, type Recorded } from '@eventstore/record';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Consumers, type Consumer } from './consumers';
import { RequestContext } from './context';
import { Database } from './database';
import { Wakeups } from './wakeups';

const pollMs = 400;
const retryMs = 2_000;
const pageSize = 500;
const lockKey = 7_310_001;

interface Follower {
  readonly consumer: Consumer;
  /** Seen up to here; in memory, ahead of the checkpoint while nothing concerned it. */
  position: Position;
  /** The checkpoint as the database has it. */
  stored: Position;
  /** Stopped on an error until this time; it never skips. */
  retryAt: number;
}

/**
 * Carries every fact to every projection and policy, once in effect and in order. One process does
 * it at a time; a second one waits for the lock. A consumer that throws stops, says why in
 * record.consumers, and tries the same fact again.
 */
@Injectable()
export class Feed implements OnApplicationShutdown {
  private readonly logger = new Logger(Feed.name);
  private followers: Follower[] = [];
  private running: Promise<void> | undefined;
  private stopping = false;
  private ring: () => void = () => undefined;
  private rung = false;

  constructor(
    private readonly database: Database,
    private readonly consumers: Consumers,
    private readonly context: RequestContext,
    private readonly wakeups: Wakeups,
  ) {}

  follow(): void {
    this.wakeups.on('facts', () => {
      this.rung = true;
      this.ring();
    });
    this.running = this.keepRunning();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.ring();
    await this.running;
  }

  /**
   * Until everything written so far is everywhere; for tests and the demo history. Consumers named
   * in `past` take it as seen: what they would do about it was done in the past.
   */
  async drain(past: readonly string[] = []): Promise<void> {
    if (this.followers.length === 0) await this.load();
    do while (await this.round(past));
    while (await this.isBehind());
  }

  /**
   * Whether something lies after what was seen: written by a policy just now, or still hidden
   * behind a transaction that runs elsewhere on this server.
   */
  private async isBehind(): Promise<boolean> {
    const ready = this.followers.filter(({ retryAt }) => retryAt <= Date.now());
    const first = least(ready);
    if (!first) return false;
    const ahead = await this.database.query(
      'select from record.events where (xid, pos) > ($1::text::xid8, $2::bigint) limit 1',
      words(first),
    );
    return ahead.length > 0;
  }

  private async keepRunning(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.lead();
      } catch (error) {
        this.logger.warn(`the feed pauses: ${(error as Error).message}`);
        await this.rest(retryMs);
      }
    }
  }

  /** Holds the lock on a session of its own: when that ends, another process may take over. */
  private async lead(): Promise<void> {
    const session = await this.database.session();
    let alive = true;
    session.on('end', () => (alive = false));
    try {
      const locked = async () => {
        const { rows } = await session.query<{ got: boolean }>('select pg_try_advisory_lock($1) got', [lockKey]);
        return rows[0]?.got === true;
      };
      while (!this.stopping && !(await locked())) await this.rest(retryMs);
      await this.load();
      while (!this.stopping && alive) {
        if (!(await this.round())) await this.rest(pollMs);
      }
    } finally {
      await session.end().catch(() => undefined);
    }
  }

  private async load(): Promise<void> {
    const consumers = this.consumers.all();
    for (const { name, on } of consumers)
      await this.database.query(
        `insert into record.consumers (name, types) values ($1, $2)
          on conflict (name) do update set types = excluded.types`,
        [name, Object.keys(on)],
      );
    const rows = await this.database.query<{ name: string; xid: string; pos: string }>(
      'select name, xid::text as xid, pos from record.consumers',
    );
    this.followers = consumers.map((consumer) => {
      const row = rows.find(({ name }) => name === consumer.name);
      const stored = row ? { xid: BigInt(row.xid), pos: BigInt(row.pos) } : start;
      return { consumer, position: stored, stored, retryAt: 0 };
    });
  }

  /** One page for all; true when there may be more at once. */
  private async round(past: readonly string[] = []): Promise<boolean> {
    const ready = this.followers.filter(({ retryAt }) => retryAt <= Date.now());
    const first = least(ready);
    if (!first) return false;
    this.rung = false;
    const { events, upTo, full } = await readAll(this.database, first, pageSize);
    await Promise.all(
      ready.map((follower) =>
        past.includes(follower.consumer.name)
          ? this.pass(follower, upTo)
          : this.take(follower, events, upTo),
      ),
    );
    if (events.length > 0) this.wakeups.tell('seen', this.seen());
    return full || this.rung;
  }

  /** What projections have all passed: readers in other processes wait for it. */
  private seen(): string {
    const { xid, pos } = this.followers
      .filter(({ consumer }) => consumer.kind === 'projection')
      .reduce<Position>((least, { position }) => (isAfter(least, position) ? position : least), {
        xid: 2n ** 63n,
        pos: 0n,
      });
    return `${xid.toString()} ${pos.toString()}`;
  }

  private async take(follower: Follower, events: Recorded[], upTo: Position): Promise<void> {
    const { consumer } = follower;
    const mine = events.filter(
      ({ type, position }) => consumer.on[type] && isAfter(position, follower.position),
    );
    try {
      if (mine.length > 0) await this.apply(follower, mine);
      if (isAfter(upTo, follower.position)) follower.position = upTo;
    } catch (error) {
      follower.position = follower.stored;
      follower.retryAt = Date.now() + retryMs;
      await this.report(consumer.name, error as Error);
    }
  }

  /** Moves the checkpoint without a look. */
  private async pass(follower: Follower, upTo: Position): Promise<void> {
    if (!isAfter(upTo, follower.position)) return;
    await this.database.query(
      'update record.consumers set xid = $2::text::xid8, pos = $3 where name = $1',
      [follower.consumer.name, ...words(upTo)],
    );
    follower.stored = upTo;
    follower.position = upTo;
  }

  /** A projection takes its page in one transaction; a policy commits after each fact. */
  private async apply(follower: Follower, events: Recorded[]): Promise<void> {
    const pages = follower.consumer.kind === 'projection' ? [events] : events.map((event) => [event]);
    for (const page of pages) {
      const last = page.at(-1)?.position ?? follower.stored;
      await this.database.transaction(async (sql) => {
        const moved = await sql.query(
          `update record.consumers set xid = $4::text::xid8, pos = $5, error = null, updated_at = now()
            where name = $1 and xid = $2::text::xid8 and pos = $3 returning 1`,
          [follower.consumer.name, ...words(follower.stored), ...words(last)],
          'feed.checkpoint',
        );
        if (moved.length === 0) throw new Error('another process moved this checkpoint');
        for (const event of page) {
          const circumstances = { correlation: event.metadata.correlation, causation: event.id };
          const intent = { ...circumstances, idempotencyKey: `${follower.consumer.name}:${event.id}` };
          await this.context.run(intent, () => follower.consumer.on[event.type]?.(event.data, event, sql));
        }
      });
      follower.stored = last;
      follower.position = last;
    }
  }

  private async report(name: string, error: Error): Promise<void> {
    this.logger.error(`${name} stopped: ${error.stack ?? error.message}`);
    await this.database
      .query('update record.consumers set error = $2, updated_at = now() where name = $1', [name, error.message])
      .catch(() => undefined);
    if (error.message.startsWith('another process')) await this.load().catch(() => undefined);
  }

  private rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.ring = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

const words = ({ xid, pos }: Position): [string, string] => [xid.toString(), pos.toString()];

/** The place of the one who has seen least. */
const least = (followers: readonly Follower[]): Position | undefined =>
  followers.reduce<Position | undefined>(
    (first, { position }) => (first && !isAfter(first, position) ? first : position),
    undefined,
  );
