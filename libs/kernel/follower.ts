import { isAfter, start, type Position, type Recorded, type Sql } from '@eventstore/record';
import pg from 'pg';
import type { Consumer } from './consumers';
import { RequestContext } from './context';
import { Database } from './database';
import { Gathering } from './gathering';

const retryMs = 2_000;

export const words = ({ xid, pos }: Position): [string, string] => [xid.toString(), pos.toString()];

/** One consumer and how far it came. Its checkpoint moves in the transaction of what it did. */
export class Follower {
  /** Seen up to here; ahead of the checkpoint while nothing concerned it. */
  position: Position = start;
  /** The checkpoint as the database has it. */
  private stored: Position = start;
  private retryAt = 0;

  constructor(
    readonly consumer: Consumer,
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  /** False while it rests after an error; it never skips. */
  get isReady(): boolean {
    return this.retryAt <= Date.now();
  }

  async load(): Promise<void> {
    const { name, on } = this.consumer;
    const [row] = await this.database.query<{ xid: string; pos: string }>(
      `insert into record.consumers (name, types) values ($1, $2)
        on conflict (name) do update set types = excluded.types returning xid::text as xid, pos`,
      [name, Object.keys(on)],
    );
    this.stored = row ? { xid: BigInt(row.xid), pos: BigInt(row.pos) } : start;
    this.position = this.stored;
  }

  /** Takes what concerns it. Throws what its code throws; then it rests and stands where it stood. */
  async take(events: Recorded[], upTo: Position): Promise<void> {
    const { on, kind } = this.consumer;
    const mine = events.filter(
      ({ type, position }) => on[type] && isAfter(position, this.position),
    );
    // A projection takes its page in one transaction; a policy commits after each fact.
    const pages = kind === 'projection' ? [mine] : mine.map((event) => [event]);
    try {
      for (const page of pages) if (page.length > 0) await this.apply(page);
      if (isAfter(upTo, this.position)) this.position = upTo;
    } catch (error) {
      this.retryAt = Date.now() + retryMs;
      await this.complain(error as Error);
      throw error;
    }
  }

  /** Moves the checkpoint without a look. */
  async pass(upTo: Position): Promise<void> {
    if (!isAfter(upTo, this.position)) return;
    await this.database.query(
      'update record.consumers set xid = $2::text::xid8, pos = $3 where name = $1',
      [this.consumer.name, ...words(upTo)],
    );
    this.stored = upTo;
    this.position = upTo;
  }

  private async apply(page: Recorded[]): Promise<void> {
    const { name, on, kind } = this.consumer;
    const last = page.at(-1)?.position ?? this.stored;
    await this.database.transaction(async (sql) => {
      const gathering = new Gathering(sql, pg.escapeLiteral);
      const writer = kind === 'projection' ? gathering : sql;
      for (const event of page) {
        const { correlation } = event.metadata;
        const intent = { correlation, causation: event.id, idempotencyKey: `${name}:${event.id}` };
        await this.context.run(intent, () => on[event.type]?.(event.data, event, writer));
      }
      await gathering.flush();
      await this.move(sql, last);
    });
    this.stored = last;
    this.position = last;
  }

  private async move(sql: Sql, to: Position): Promise<void> {
    const moved = await sql.query(
      `update record.consumers set xid = $4::text::xid8, pos = $5, error = null, updated_at = now()
        where name = $1 and xid = $2::text::xid8 and pos = $3 returning 1`,
      [this.consumer.name, ...words(this.stored), ...words(to)],
      'feed.checkpoint',
    );
    if (moved.length === 0) throw new Error('another process moved this checkpoint');
  }

  /** Says why it stopped where operators look, and stands where the database says it stands. */
  private async complain({ message }: Error): Promise<void> {
    try {
      await this.database.query(
        'update record.consumers set error = $2, updated_at = now() where name = $1',
        [this.consumer.name, message],
      );
      await this.load();
    } catch {
      this.position = this.stored;
    }
  }
}
