import { Client } from 'pg';
import { freshDatabase, testDatabase } from './database';
import { redisServer, testRedis } from './redis';

async function ask(url: string, question: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(question)).rows.map(
      (row) => Object.values(row)[0],
    );
  } finally {
    await client.end();
  }
}

describe('the database of a test file', () => {
  it('is entered by the application without any right to change its structure', async () => {
    const { url } = await testDatabase();
    expect(await ask(url, 'SELECT current_user')).toEqual(['guildhall_app']);
    await expect(ask(url, 'CREATE TABLE intruder (id int)')).rejects.toThrow('permission denied');
  });

  it('gives up on a statement of the application after five seconds', async () => {
    const { url } = await testDatabase();
    expect(await ask(url, 'SHOW statement_timeout')).toEqual(['5s']);
    expect(await ask(url, 'SHOW idle_in_transaction_session_timeout')).toEqual(['5s']);
  });

  it('forgets what a test wrote when a fresh copy is asked for', async () => {
    const before = await testDatabase();
    await ask(before.ownerUrl, 'CREATE TABLE scribble (id int)');
    const after = await freshDatabase();
    expect(await ask(after.ownerUrl, `SELECT to_regclass('scribble')`)).toEqual([null]);
  });
});

describe('the redis of a test run', () => {
  it('can be reached wherever redis-server is installed', async () => {
    const url = redisServer === undefined ? undefined : await testRedis();
    expect(url === undefined).toBe(redisServer === undefined);
  });
});
