import type { Sql } from '@eventstore/record';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Database } from './database';

/** Longer than an access token lives: after that the token is refused by its own age. */
const rememberedMinutes = 20;
const everyMs = 1_000;

type Listener = (sessionId: string) => void;

/**
 * Sessions that were ended while an access token of theirs still lives. Every process asks for the
 * new ones once a second, so that a request costs a look into memory and a stolen token a second.
 */
@Injectable()
export class EndedSessions implements OnApplicationShutdown {
  private readonly logger = new Logger(EndedSessions.name);
  private readonly ended = new LRUCache<string, true>({
    max: 500_000,
    ttl: rememberedMinutes * 60_000,
  });
  private readonly listeners = new Set<Listener>();
  private until: Date | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly database: Database) {}

  /** In the transaction that ends them. The caller looks after its commit: here it holds at once. */
  async end(sql: Sql, sessionIds: readonly string[]): Promise<void> {
    if (sessionIds.length === 0) return;
    await sql.query(
      'delete from ended_sessions where ended_at < now() - make_interval(hours => 1)',
    );
    await sql.query(
      `insert into ended_sessions (session_id, ended_at) select unnest($1::uuid[]), clock_timestamp()
        on conflict do nothing`,
      [sessionIds],
    );
  }

  has(sessionId: string): boolean {
    return this.ended.has(sessionId);
  }

  on(listener: Listener): void {
    this.listeners.add(listener);
  }

  async follow(): Promise<void> {
    await this.look().catch((error: unknown) => this.unanswered(error));
    this.timer = setInterval(() => {
      this.look().catch((error: unknown) => this.unanswered(error));
    }, everyMs).unref();
  }

  /** A commit may come later than the moment it names: what was just read is read again. */
  async look(): Promise<void> {
    const rows = await this.database.query<{ session_id: string; ended_at: Date }>(
      `select session_id, ended_at from ended_sessions
        where ended_at > coalesce($1::timestamptz - make_interval(secs => 15),
                                  now() - make_interval(mins => $2)) order by ended_at`,
      [this.until ?? null, rememberedMinutes],
      'ended_sessions.look',
    );
    for (const { session_id: id } of rows) this.remember(id);
    this.until = rows.at(-1)?.ended_at ?? this.until;
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private remember(sessionId: string): void {
    if (this.ended.has(sessionId)) return;
    this.ended.set(sessionId, true);
    for (const listener of this.listeners) listener(sessionId);
  }

  private unanswered(error: unknown): void {
    this.logger.debug(`ended sessions are not known: ${(error as Error).message}`);
  }
}
