import { signCheckpoint } from '@eventstore/checkpoint';
import { leafHash } from '@eventstore/merkle';
import { appendEntries, subtreeOf, tileWidth } from '@eventstore/tiles';
import { Database } from '@kernel/database';
import { Facts, about } from '@kernel/facts';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { LogKeys } from '../adapters/log-keys';
import { checkpointOf, entryOf, eventsWithoutLeaf, leavesBetween } from '../adapters/log-rows';
import { addLeaves } from '../adapters/log-writes';
import type { LogEvent } from '../domain/audit.events';
import { LogTiles } from '../queries/log-tiles';

const pageSize = 500;
const pollMs = 1_000;
const retryMs = 5_000;
const checkpointMs = 10_000;
const lockKey = 7_310_002;

/**
 * Gives every event its number in the signed log, in the order of the feed, and signs the head: after
 * a full page of events, or after ten seconds in which there were any. One process does it at a time.
 */
@Injectable()
export class Sequencer implements OnApplicationShutdown {
  private readonly logger = new Logger(Sequencer.name);
  private stopping = false;
  private running: Promise<void> | undefined;
  /** What the last checkpoint covers, and the entries after it. */
  private size = 0;
  private pending: Buffer[] = [];
  private signedAt = 0;

  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly keys: LogKeys,
    private readonly tiles: LogTiles,
  ) {}

  follow(): void {
    this.running = this.keepRunning();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  /** Everything that can be numbered now, with a checkpoint over all of it; for tests and exports. */
  async catchUp(): Promise<void> {
    await this.begin();
    while (await this.number());
    await this.sign();
  }

  private async keepRunning(): Promise<void> {
    while (!this.stopping) {
      try {
        const led = await this.database.whileLeading(lockKey, ({ signal }) => this.lead(signal));
        if (!led) await this.rest(retryMs);
      } catch (error) {
        this.logger.warn(`the log waits: ${(error as Error).message}`);
        await this.rest(retryMs);
      }
    }
  }

  /** Works half of the time at most: read models are waited for, the log is not. */
  private async lead(life: AbortSignal): Promise<void> {
    await this.begin();
    while (!this.stopping && !life.aborted) {
      const from = Date.now();
      const more = await this.number();
      if (more || from - this.signedAt >= checkpointMs) await this.sign();
      await this.rest(more ? Date.now() - from : pollMs);
    }
  }

  /** Stands where the database says; leaves after the last checkpoint wait for the next one. */
  private async begin(): Promise<void> {
    await this.publishKey();
    this.tiles.forget();
    this.size = (await checkpointOf(this.database, 'newest'))?.size ?? 0;
    this.pending = [];
    for (;;) {
      const from = this.size + this.pending.length;
      const page = await leavesBetween(this.database, from, from + pageSize);
      if (page.length === 0) return;
      this.pending.push(...page.map(entryOf));
    }
  }

  /** Numbers one page; true when there may be more at once. */
  private async number(): Promise<boolean> {
    const entries = await this.database.transaction(async (sql) => {
      const events = await eventsWithoutLeaf(sql, pageSize);
      const leaves = events.map((event) => {
        const entry = entryOf(event);
        return { event, entry, hash: leafHash(entry) };
      });
      await addLeaves(sql, this.size + this.pending.length, leaves);
      return leaves.map(({ entry }) => entry);
    });
    this.pending.push(...entries);
    return entries.length === pageSize;
  }

  /** Tiles first, the checkpoint last: a crash in between writes the same tiles again. */
  private async sign(): Promise<void> {
    this.signedAt = Date.now();
    if (this.pending.length === 0) return;
    const entries = this.pending;
    const bundle = (n: number) => this.tiles.read('entries', n, this.size - n * tileWidth);
    const size = await appendEntries(this.tiles, this.size, entries, bundle);
    const root = await subtreeOf(this.tiles, size)(0, size);
    const { origin, signers } = this.keys;
    await this.database.query(
      'insert into record.tlog_checkpoints (size, root, note) values ($1, $2, $3)',
      [size, root, signCheckpoint({ origin, size, root }, signers)],
    );
    this.size = size;
    this.pending = [];
  }

  /** A new key is announced in the record itself, under the checkpoints of both. */
  private async publishKey(): Promise<void> {
    const { vkey } = this.keys.current;
    const rows = await this.database.query<{ vkey: string }>(
      'select vkey from record.tlog_keys order by since desc',
    );
    if (rows.some((row) => row.vkey === vkey)) return;
    const { type, data }: LogEvent = {
      type: 'LogKeyPublished',
      data: { vkey, replaces: rows[0]?.vkey ?? null },
    };
    await this.facts.commit(async (_, sql) => {
      await sql.query('insert into record.tlog_keys (vkey) values ($1)', [vkey]);
      return { told: [about('tlog', 'keys', type, data)] };
    });
  }

  private async rest(ms: number): Promise<void> {
    const end = Date.now() + ms;
    while (!this.stopping && Date.now() < end) await pause(Math.min(250, ms));
  }
}
