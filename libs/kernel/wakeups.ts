import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { Database } from './database';

/** `facts`: something was appended. `seen`: a consumer moved on. `changed`: a topic to look at again. */
export type Channel = 'facts' | 'seen' | 'changed';
type Listener = (payload: string) => void;

const gatherMs = 15;
const reconnectMs = 500;

/**
 * NOTIFY after the commit, from a connection of its own and gathered: inside the appending
 * transaction it would hold a cluster-wide lock over the flush. A lost one costs a poll, no more.
 */
@Injectable()
export class Wakeups implements OnApplicationShutdown {
  private readonly logger = new Logger(Wakeups.name);
  private readonly listeners = new Map<Channel, Set<Listener>>();
  private readonly waiting = new Map<Channel, Set<string>>();
  private timer: NodeJS.Timeout | undefined;
  private session: pg.Client | undefined;
  private closed = false;

  constructor(private readonly database: Database) {}

  /** Tells every process, soon. Same payloads within the gathering time are sent once. */
  tell(channel: Channel, payload = ''): void {
    const waiting = this.waiting.get(channel) ?? new Set();
    this.waiting.set(channel, waiting.add(payload));
    this.timer ??= setTimeout(() => void this.send(), gatherMs);
  }

  on(channel: Channel, listener: Listener): () => void {
    const listeners = this.listeners.get(channel) ?? new Set();
    this.listeners.set(channel, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** Whether what other processes tell arrives here; while not, nothing may be kept for long. */
  get hearing(): boolean {
    return this.session !== undefined;
  }

  /** Starts hearing what other processes tell; reconnects by itself when the database was away. */
  async listen(): Promise<void> {
    if (this.closed || this.session) return;
    try {
      const session = await this.database.session();
      session.on('notification', ({ channel, payload }) => {
        for (const listener of this.listeners.get(channel as Channel) ?? [])
          listener(payload ?? '');
      });
      session.on('end', () => {
        this.session = undefined;
        setTimeout(() => void this.listen(), reconnectMs).unref();
      });
      for (const channel of ['facts', 'seen', 'changed']) await session.query(`listen ${channel}`);
      this.session = session;
    } catch (error) {
      this.logger.debug(`cannot listen yet: ${(error as Error).message}`);
      setTimeout(() => void this.listen(), reconnectMs).unref();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.session?.end();
  }

  private async send(): Promise<void> {
    this.timer = undefined;
    const told = [...this.waiting].flatMap(([channel, payloads]) =>
      [...payloads].map((payload) => [channel, payload] as const),
    );
    this.waiting.clear();
    if (this.closed || told.length === 0) return;
    const channels = told.map(([channel]) => channel);
    const payloads = told.map(([, payload]) => payload);
    await this.database
      .query('select pg_notify(c, p) from unnest($1::text[], $2::text[]) as t(c, p)', [
        channels,
        payloads,
      ])
      .catch((error: unknown) => {
        this.logger.debug(`a wake-up was lost: ${(error as Error).message}`);
      });
  }
}
