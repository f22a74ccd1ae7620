import type { Sql } from '@eventstore/record';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';

/** The database does not answer: 503 with Retry-After, and /health/ready says so. */
export class DatabaseGone extends Error {
  override readonly name = 'DatabaseGone';
}

// Class 08: connection; 57P: shut down; 53300: too many connections.
const gone = /^(08|57P|53300)/;
const network = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT']);

/** True when the error says that the server is away, not that the question was wrong. */
export function isGone(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  if (code !== undefined && (gone.test(code) || network.has(code))) return true;
  return /Connection terminated|timeout exceeded when trying to connect|Query read timeout/.test(
    message ?? '',
  );
}

/** An SQL session over one client; statements with a name are prepared once per connection. */
export function sqlOf(client: Pick<pg.ClientBase, 'query'>): Sql {
  return {
    async query<Row extends object>(text: string, values: readonly unknown[] = [], name?: string) {
      try {
        const parameters = values as unknown[];
        const config = name ? { name, text, values: parameters } : { text, values: parameters };
        return (await client.query<Row>(config)).rows;
      } catch (error) {
        throw isGone(error) ? new DatabaseGone((error as Error).message) : error;
      }
    },
  };
}

/** Plain SQL for the record and the read models; the ORM keeps its own pool for entities. */
@Injectable()
export class Database implements Sql, OnApplicationShutdown {
  private readonly pool: pg.Pool;

  constructor(url: string, max = 12) {
    this.pool = new pg.Pool({
      connectionString: url,
      max,
      connectionTimeoutMillis: 1_500,
      query_timeout: 10_000,
      application_name: 'guildhall',
    });
    // An idle client that loses its server must not end the process.
    this.pool.on('error', () => undefined);
  }

  async query<Row extends object>(text: string, values?: readonly unknown[], name?: string) {
    const client = await this.connect();
    try {
      return await sqlOf(client).query<Row>(text, values, name);
    } catch (error) {
      broken(client, error);
      throw error;
    } finally {
      release(client);
    }
  }

  /** Runs `work` in one transaction; a throw rolls everything back. */
  async transaction<Result>(work: (sql: Sql, client: pg.PoolClient) => Promise<Result>) {
    const client = await this.connect();
    try {
      await client.query('begin');
      const result = await work(sqlOf(client), client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      broken(client, error);
      throw isGone(error) ? new DatabaseGone((error as Error).message) : error;
    } finally {
      release(client);
    }
  }

  /**
   * Does the work while this process alone holds the lock, and says false at once when another one
   * does. The lock lives as long as its session: when that ends, `life` is over.
   */
  async whileLeading(key: number, work: (life: AbortController) => Promise<void>) {
    const session = await this.session();
    const life = new AbortController();
    session.on('end', () => {
      life.abort();
    });
    try {
      const question = 'select pg_try_advisory_lock($1) as got';
      const { rows } = await session.query<{ got: boolean }>(question, [key]);
      if (!rows[0]?.got) return false;
      await work(life);
      return true;
    } finally {
      await session.end().catch(() => undefined);
    }
  }

  /** A connection of one's own, for LISTEN and advisory locks. The caller ends it. */
  async session(): Promise<pg.Client> {
    const client = new pg.Client({
      ...this.pool.options,
      connectionTimeoutMillis: 1_500,
      keepAlive: true,
    });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  private async connect(): Promise<pg.PoolClient> {
    try {
      return await this.pool.connect();
    } catch (error) {
      throw new DatabaseGone((error as Error).message);
    }
  }
}

const unusable = new WeakSet<pg.PoolClient>();

function broken(client: pg.PoolClient, error: unknown): void {
  if (error instanceof DatabaseGone || isGone(error)) unusable.add(client);
}

function release(client: pg.PoolClient): void {
  client.release(unusable.has(client));
}
