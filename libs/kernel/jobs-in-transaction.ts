import type { Sql } from '@eventstore/record';
import { createPostgresBackend, Queue, type ConnectionOptions } from 'bullmq';

/** What the queue asks of a pool, answered by a transaction that is already open. */
function poolAround(sql: Sql): ConnectionOptions {
  const query = async (text: string, values: readonly unknown[] = []) => {
    const rows = await sql.query(text, values);
    return { rows, rowCount: rows.length };
  };
  const nothing = () => undefined;
  const client = { query, release: nothing, on: nothing, off: nothing, removeListener: nothing };
  const pool = {
    ...client,
    options: {},
    connect: () => Promise.resolve(client),
    end: () => Promise.resolve(),
  };
  return pool;
}

/** Uses a queue within the caller's transaction; what it adds is there when that commits. */
export async function insideTransaction(
  sql: Sql,
  name: string,
  use: (queue: Queue) => Promise<unknown>,
): Promise<void> {
  const [{ before } = { before: 'public' }] = await sql.query<{ before: string }>(
    `select current_setting('search_path') as before, set_config('search_path', 'bullmq', true)`,
  );
  const connection = poolAround(sql);
  const queue = new Queue(
    name,
    { connection, skipMetasUpdate: true },
    createPostgresBackend as never,
  );
  await use(queue);
  await queue.close();
  await sql.query(`select set_config('search_path', $1, true)`, [before]);
}
