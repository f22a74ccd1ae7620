import { KurrentStore } from '@eventstore/kurrentdb';
import { readAll } from '@eventstore/postgres';
import type { Position, RawEvent } from '@eventstore/record';
import { Database } from '@kernel/database';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { CONFIG, type Config } from '../../../config';

const name = 'kurrentdb-mirror';
const lockKey = 7_310_041;
const pageSize = 200;
const pollMs = 400;
const retryMs = 5_000;

interface Row {
  readonly id: string;
  readonly stream: string;
  readonly version: string;
  readonly type: string;
  readonly raw: string;
  readonly hash: Buffer;
  readonly recorded_at: Date;
}

/**
 * Copies the feed to KurrentDB, behind a checkpoint of its own. An event that was copied and not yet
 * checked off is copied again, which is the same event there.
 */
@Injectable()
export class KurrentMirror implements OnApplicationShutdown {
  private readonly logger = new Logger(KurrentMirror.name);
  private readonly life = new AbortController();
  private store: KurrentStore | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Only where an installation has a KurrentDB. */
  follow(): void {
    if (this.config.KURRENTDB_URL) this.running = this.keepRunning();
  }

  async onApplicationShutdown(): Promise<void> {
    this.life.abort();
    await this.running;
    await this.store?.close();
  }

  /** Copies what is there and not copied yet; answers how many. */
  async round(): Promise<number> {
    const after = await this.checkpoint();
    const { events, upTo, full } = await readAll(this.database, after, pageSize);
    const raws = await this.raws(events.map(({ id }) => id));
    for (const { id } of events) {
      const raw = raws.get(id);
      if (raw) await this.kurrent.copy(raw);
    }
    await this.database.query(
      `update record.consumers set xid = $2::text::xid8, pos = $3, error = null, updated_at = now()
        where name = $1`,
      [name, upTo.xid.toString(), upTo.pos.toString()],
    );
    return events.length + (full ? await this.round() : 0);
  }

  private get kurrent(): KurrentStore {
    return (this.store ??= new KurrentStore(this.config.KURRENTDB_URL ?? ''));
  }

  private async keepRunning(): Promise<void> {
    const { signal } = this.life;
    while (!signal.aborted) {
      await this.database
        .whileLeading(lockKey, (life) => this.lead(life.signal))
        .catch((error: unknown) => this.waits(error as Error));
      await pause(retryMs, undefined, { signal }).catch(() => undefined);
    }
  }

  private async lead(life: AbortSignal): Promise<void> {
    while (!life.aborted && !this.life.signal.aborted) {
      await this.round();
      await pause(pollMs, undefined, { signal: this.life.signal }).catch(() => undefined);
    }
  }

  private async waits({ message }: Error): Promise<void> {
    if (this.life.signal.aborted) return;
    this.logger.warn(`the mirror waits: ${message}`);
    await this.database
      .query('update record.consumers set error = $2 where name = $1', [name, message])
      .catch(() => undefined);
  }

  private async checkpoint(): Promise<Position> {
    const [row] = await this.database.query<{ xid: string; pos: string }>(
      `insert into record.consumers (name) values ($1)
        on conflict (name) do update set name = excluded.name returning xid::text, pos`,
      [name],
    );
    return { xid: BigInt(row?.xid ?? 0), pos: BigInt(row?.pos ?? 0) };
  }

  private async raws(ids: readonly string[]): Promise<Map<string, RawEvent>> {
    const rows = await this.database.query<Row>(
      `select id, stream, version, type, raw, hash, recorded_at from record.events
        where id = any($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, toRaw(row)]));
  }
}

const toRaw = ({ id, stream, version, type, raw, hash, ...row }: Row): RawEvent => ({
  eventId: id,
  stream,
  version: Number(version),
  type,
  recordedAt: new Date(row.recorded_at).toISOString(),
  raw,
  hash: hash.toString('hex'),
});
