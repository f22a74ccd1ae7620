import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore, Subscription } from './event-store';
import { append, readAll, readStream } from './postgres';
import type { Append, Position, Recorded, Sql } from './record';

const pollMs = 50;
const pageSize = 200;

/** The record in PostgreSQL, as every adapter is asked. */
export class PostgresStore implements EventStore {
  constructor(private readonly sql: Sql) {}

  async append(what: Append): Promise<void> {
    await append(this.sql, what);
  }

  readStream(stream: string, after = 0): Promise<Recorded[]> {
    return readStream(this.sql, stream, after);
  }

  readAll(after: Position, limit: number) {
    return readAll(this.sql, after, limit);
  }

  subscribe(
    after: Position,
    take: (event: Recorded) => Promise<void>,
    failed: (reason: unknown) => void,
  ): Subscription {
    const life = new AbortController();
    const running = this.follow(after, take, life.signal).catch((error: unknown) => {
      if (!life.signal.aborted) failed(error);
    });
    return {
      stop: () => {
        life.abort();
        return running;
      },
    };
  }

  private async follow(
    after: Position,
    take: (event: Recorded) => Promise<void>,
    life: AbortSignal,
  ): Promise<void> {
    let position = after;
    for (;;) {
      const { events, upTo, full } = await readAll(this.sql, position, pageSize);
      for (const event of events) {
        life.throwIfAborted();
        await take(event);
      }
      position = upTo;
      if (!full) await pause(pollMs, undefined, { signal: life });
    }
  }
}
