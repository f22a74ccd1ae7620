import type { Sql } from '@eventstore/record';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  createPostgresBackend,
  createRedisBackend,
  Queue,
  UnrecoverableError,
  type ConnectionOptions,
  type JobsOptions as BullOptions,
} from 'bullmq';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { DatabaseGone } from './database';
import { insideTransaction } from './jobs-in-transaction';

/** Every queue of the installation. */
export const queueNames = [
  'mail',
  'texts',
  'payments',
  'payouts',
  'exports',
  'takeouts',
  'rebuilds',
  'reconciliation',
  'identity',
  'lists',
  'domains',
  'statements',
  'scans',
  'webhooks',
] as const;
export type QueueName = (typeof queueNames)[number];

/**
 * For every `@Processor`: a job of a worker that died is taken over within seconds, not a minute, and
 * is not given up because its workers died; the default gives up at the second death.
 */
export const takeover = {
  lockDuration: 10_000,
  stalledInterval: 5_000,
  maxStalledCount: 1_000,
} as const;

/** Thrown by a job that no repetition can help: it goes to the dead letters at once. */
export class GiveUp extends UnrecoverableError {}

export interface QueueOptions {
  readonly databaseUrl: string;
  /** Queues on Redis; on PostgreSQL without it. */
  readonly redisUrl: string | undefined;
  /** First pause before a job is tried again; it doubles every time. */
  readonly retryMs: number;
}

export interface NewJob {
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly id: string;
}

// Twelve attempts from two seconds on: the last comes after more than an hour.
const attempts = 12;
const keptSeconds = 7 * 86_400;
/** Every worker keeps a connection to hear of new jobs; these are beside them, for the jobs. */
const connections = queueNames.length + 6;
const limitMs = 1_500;

/**
 * Work for later. On PostgreSQL a job is a row of the caller's transaction; on Redis it is noted in
 * that transaction and carried over by the worker, under the same id, so that twice is once.
 */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  readonly connection: ConnectionOptions;
  private readonly pool: pg.Pool | undefined;
  private readonly queues = new Map<QueueName, Queue>();

  constructor(readonly options: QueueOptions) {
    const { databaseUrl, redisUrl } = options;
    if (!redisUrl) this.pool = poolOf(databaseUrl);
    this.connection = redisUrl
      ? { url: redisUrl, maxRetriesPerRequest: null }
      : (this.pool as unknown as ConnectionOptions);
  }

  /** Enqueues in the caller's transaction: rolled back means never. `id` makes a repeat harmless. */
  add(
    sql: Sql,
    queue: QueueName,
    name: string,
    payload: Readonly<Record<string, unknown>>,
    { id }: { id: string },
  ): Promise<void> {
    return this.addAll(sql, queue, [{ name, payload, id }]);
  }

  async addAll(sql: Sql, queue: QueueName, jobs: readonly NewJob[]): Promise<void> {
    if (jobs.length === 0) return;
    if (this.options.redisUrl) {
      for (const { id, name, payload } of jobs)
        await sql.query(
          'insert into job_requests (queue, id, name, payload) values ($1, $2, $3, $4)',
          [queue, id, name, JSON.stringify(payload)],
        );
      return;
    }
    // Not in bulk: that would make a sequence for the queue, which is the owner's right.
    await insideTransaction(sql, queue, async (inside) => {
      for (const { id, name, payload } of jobs) await inside.add(name, payload, this.settings(id));
    });
  }

  /** Carries noted jobs to Redis. A crash in between repeats an id that Redis knows. */
  async forward(sql: Sql): Promise<number> {
    const rows = await sql.query<{
      pos: string;
      queue: QueueName;
      id: string;
      name: string;
      payload: object;
    }>('select * from job_requests order by pos limit 100 for update skip locked');
    for (const { queue, id, name, payload } of rows)
      await this.ask(queue, (one) => one.add(name, payload, this.settings(id)));
    await sql.query('delete from job_requests where pos = any($1::bigint[])', [
      rows.map(({ pos }) => pos),
    ]);
    return rows.length;
  }

  /**
   * Asks a queue something and starts nothing. Throws DatabaseGone when it does not answer in time:
   * a client of Redis would wait for as long as Redis is away, and the request with it.
   */
  async ask<Answer>(name: QueueName, question: (queue: Queue) => Promise<Answer>): Promise<Answer> {
    const asked = question(this.queue(name));
    const inTime = await Promise.race([
      asked.then(() => true),
      pause(limitMs, false, { ref: false }),
    ]);
    if (inTime) return asked;
    asked.catch(() => undefined);
    throw new DatabaseGone(`the queue ${name} does not answer`);
  }

  private queue(name: QueueName): Queue {
    const known = this.queues.get(name);
    if (known) return known;
    const backend = this.options.redisUrl ? createRedisBackend : createPostgresBackend;
    const queue = new Queue(
      name,
      { connection: this.connection, skipMetasUpdate: true },
      backend as never,
    );
    // One that never came up is asked for anew.
    queue.on('error', () => undefined);
    queue.waitUntilReady().catch(() => this.queues.delete(name));
    this.queues.set(name, queue);
    return queue;
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(
      [...this.queues.values()].map((queue) => queue.close().catch(() => undefined)),
    );
    await this.pool?.end();
  }

  private settings(id: string): BullOptions {
    return {
      jobId: id,
      attempts,
      backoff: { type: 'exponential', delay: this.options.retryMs },
      removeOnComplete: { age: keptSeconds, count: 10_000 },
      removeOnFail: false,
    };
  }
}

function poolOf(connectionString: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: connections,
    options: '-c search_path=bullmq',
    connectionTimeoutMillis: 1_500,
    keepAlive: true,
    application_name: 'guildhall-jobs',
  });
  // An idle client that loses its server must not end the process.
  pool.on('error', () => undefined);
  // Every queue and every worker listens as well.
  pool.setMaxListeners(2 * queueNames.length + 1);
  return pool;
}
