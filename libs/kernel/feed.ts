import { readAll } from '@eventstore/postgres';
import { isAfter, type Position } from '@eventstore/record';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Consumers } from './consumers';
import { RequestContext } from './context';
import { Database } from './database';
import { Follower, words } from './follower';
import { Wakeups } from './wakeups';

const pollMs = 400;
const retryMs = 2_000;
const pageSize = 500;
const lockKey = 7_310_001;
const lanes = ['projection', 'policy'] as const;
type Lane = (typeof lanes)[number];

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
  private readonly resting = new Set<() => void>();
  private readonly rung = new Set<Lane>();

  constructor(
    private readonly database: Database,
    private readonly consumers: Consumers,
    private readonly context: RequestContext,
    private readonly wakeups: Wakeups,
  ) {}

  follow(): void {
    this.wakeups.on('facts', () => {
      for (const lane of lanes) this.rung.add(lane);
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
    const { followers } = this;
    do while (await this.round(followers, past));
    while (await this.isBehind());
  }

  /**
   * Whether something lies after what was seen: written by a policy just now, or still hidden
   * behind a transaction that runs elsewhere on this server.
   */
  private async isBehind(): Promise<boolean> {
    const ready = this.followers.filter(({ isReady }) => isReady);
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
        const led = await this.database.whileLeading(lockKey, async (life) => {
          await this.load();
          await this.runLanes(life);
        });
        if (!led) await this.rest(retryMs);
      } catch (error) {
        this.logger.warn(`the feed pauses: ${(error as Error).message}`);
        await this.rest(retryMs);
      }
    }
  }

  /** Read models never wait for policies. When one lane fails both end, and both begin again. */
  private async runLanes(life: AbortController): Promise<void> {
    const ends = lanes.map((lane) =>
      this.keepCarrying(lane, life.signal).catch((error: unknown) => {
        life.abort();
        throw error;
      }),
    );
    for (const end of await Promise.allSettled(ends))
      if (end.status === 'rejected') throw end.reason;
  }

  private async keepCarrying(lane: Lane, life: AbortSignal): Promise<void> {
    const followers = this.followers.filter(({ consumer }) => consumer.kind === lane);
    while (!this.stopping && !life.aborted) {
      this.rung.delete(lane);
      const more = await this.round(followers);
      if (!more && !this.rung.has(lane)) await this.rest(pollMs);
    }
  }

  private async load(): Promise<void> {
    const { database, context } = this;
    this.followers = this.consumers
      .all()
      .map((consumer) => new Follower(consumer, database, context));
    for (const follower of this.followers) await follower.load();
  }

  /** One page for these followers; true when there is more at once. */
  private async round(all: readonly Follower[], past: readonly string[] = []): Promise<boolean> {
    const ready = all.filter(({ isReady }) => isReady);
    const first = least(ready);
    if (!first) return false;
    const { events, upTo, full } = await readAll(this.database, first, pageSize);
    await Promise.all(
      ready.map((follower) =>
        past.includes(follower.consumer.name)
          ? follower.pass(upTo)
          : follower.take(events, upTo).catch((error: unknown) => {
              this.logger.error(
                `${follower.consumer.name} stopped: ${(error as Error).stack ?? ''}`,
              );
            }),
      ),
    );
    if (events.length > 0) this.wakeups.tell('seen', this.seen());
    return full;
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

  /** Wakes everyone who rests. */
  private ring(): void {
    for (const wake of this.resting) wake();
  }

  private rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.resting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.resting.add(wake);
    });
  }
}

/** The place of the one who has seen least. */
const least = (followers: readonly Follower[]): Position | undefined =>
  followers.reduce<Position | undefined>(
    (first, { position }) => (first && !isAfter(first, position) ? first : position),
    undefined,
  );
