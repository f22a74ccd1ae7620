import { Injectable, Logger, SetMetadata, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterStoreAbstract,
} from 'rate-limiter-flexible';
import { Database, DatabaseGone } from '../database';
import { reject } from '../reject';
import type { Edge } from './edge';
import { limitKinds, type LimitKind, type LimitRule } from './limit-kinds';
import { Refusals } from './refusals';

export const limit = 'guildhall:limit';

/** Refuses with 429 `request.too_many` and Retry-After when the caller did this too often. */
export const Limit = (kind: LimitKind) => SetMetadata(limit, kind);

export interface Spender {
  /** Whose points: an account, an address, or a mail address at an address. */
  readonly key: string;
  readonly address: string;
  readonly accountId?: string | undefined;
}

/**
 * Points of every limit. Kinds count for all processes, on Redis where there is one and in PostgreSQL
 * otherwise; the one of an address counts in memory, because every request pays for it.
 */
@Injectable()
export class Limits implements OnApplicationShutdown {
  private readonly logger = new Logger(Limits.name);
  private readonly redis: Redis | undefined;
  private readonly counters: Record<LimitKind, RateLimiterStoreAbstract>;
  private readonly addresses: RateLimiterMemory;
  private readonly accounts: RateLimiterMemory;
  private readonly keys: RateLimiterMemory;

  constructor(
    private readonly database: Database,
    private readonly refusals: Refusals,
    edge: Pick<
      Edge,
      'requestsPerMinute' | 'accountRequestsPerMinute' | 'keyRequestsPerMinute' | 'redisUrl'
    >,
  ) {
    this.redis = edge.redisUrl ? redisAt(edge.redisUrl) : undefined;
    const names = Object.keys(limitKinds) as LimitKind[];
    this.counters = Object.fromEntries(
      names.map((name) => [name, this.counter(name)]),
    ) as typeof this.counters;
    this.addresses = new RateLimiterMemory({ points: edge.requestsPerMinute, duration: 60 });
    this.accounts = new RateLimiterMemory({ points: edge.accountRequestsPerMinute, duration: 60 });
    this.keys = new RateLimiterMemory({ points: edge.keyRequestsPerMinute, duration: 60 });
  }

  async spend(kind: LimitKind, who: Spender): Promise<void> {
    await this.counters[kind].consume(who.key).catch((reason: unknown) => {
      if (reason instanceof RateLimiterRes) return this.refuse(kind, who, reason);
      // A log-in that nobody counts is one that can be guessed at.
      throw new DatabaseGone((reason as Error).message);
    });
  }

  /** Success gives a point back where only failures count. */
  async refund(kind: LimitKind, { key }: Pick<Spender, 'key'>): Promise<void> {
    await this.counters[kind].reward(key).catch((error: unknown) => {
      this.logger.debug(`a point was not given back: ${(error as Error).message}`);
    });
  }

  /** One request of this address, whatever it is. */
  async admit(address: string): Promise<void> {
    await this.addresses
      .consume(address)
      .catch((reason: unknown) => this.refuse('address', { key: address, address }, reason));
  }

  /** One request of this account, from wherever. */
  async admitAccount(accountId: string, address: string): Promise<void> {
    const who = { key: accountId, accountId, address };
    await this.accounts
      .consume(accountId)
      .catch((reason: unknown) => this.refuse('account', who, reason));
  }

  /** One request by this key: a program that runs wild does not use up its owner's requests. */
  async admitKey(keyId: string, accountId: string, address: string): Promise<void> {
    await this.keys
      .consume(keyId)
      .catch((reason: unknown) => this.refuse('key', { key: keyId, accountId, address }, reason));
  }

  async onApplicationShutdown(): Promise<void> {
    this.redis?.disconnect();
    await this.refusals.write();
  }

  private counter(name: LimitKind): RateLimiterStoreAbstract {
    const { points, seconds: duration, whenAway }: LimitRule = limitKinds[name];
    const usual = { keyPrefix: name, points, duration };
    const options =
      whenAway === 'open' ? { ...usual, insuranceLimiter: new RateLimiterMemory(usual) } : usual;
    if (this.redis) return new RateLimiterRedis({ ...options, storeClient: this.redis });
    return new RateLimiterPostgres({
      ...options,
      storeClient: clientOf(this.database),
      storeType: 'client',
      tableName: 'rate_limits',
      tableCreated: true,
    });
  }

  private refuse(
    kind: LimitKind | 'address' | 'account' | 'key',
    who: Spender,
    reason: unknown,
  ): never {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    this.refusals.note(kind, who);
    const retryAfterSeconds = Math.ceil(reason.msBeforeNext / 1_000);
    return reject('request.too_many', { limit: kind, retryAfterSeconds });
  }
}

/** Commands fail at once while Redis is away: the caller decides what that means. */
function redisAt(url: string): Redis {
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  redis.on('error', () => undefined);
  return redis;
}

const clientOf = (database: Database) => ({
  query: async ({ text, values, name }: { text: string; values: unknown[]; name?: string }) => {
    const rows = await database.query(text, values, name);
    return { rows, rowCount: rows.length };
  },
});
