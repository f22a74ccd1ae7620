import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, escapeIdentifier } from 'pg';
import { oncePerRun, runFolder } from './once';

/** Connection strings: `url` of role guildhall_app, `ownerUrl` of role guildhall. */
export interface TestDatabase {
  url: string;
  ownerUrl: string;
}

const root = join(__dirname, '../..');
let current: Promise<TestDatabase> | undefined;

/**
 * This test file's own database: a fresh copy of the migrated template. The first call of a run
 * starts PostgreSQL (1 s), every later file costs about 50 ms; calls within a file share one copy.
 */
export function testDatabase(): Promise<TestDatabase> {
  return (current ??= freshCopy());
}

/** Another fresh copy for this file: the former one is dropped, whoever is connected. */
export function freshDatabase(): Promise<TestDatabase> {
  return (current = freshCopy());
}

async function freshCopy(): Promise<TestDatabase> {
  const server = JSON.parse(await oncePerRun('template', migratedTemplate)) as ServerUrls;
  const name = `test_${process.env['JEST_WORKER_ID'] ?? '1'}`;
  await dropped(server.owner, `DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
  await asOwner(server.owner, `CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE guildhall`);
  return { url: withDatabase(server.app, name), ownerUrl: withDatabase(server.owner, name) };
}

interface ServerUrls {
  owner: string;
  app: string;
}

async function migratedTemplate(): Promise<string> {
  const folder = runFolder();
  execFileSync(process.execPath, [join(root, 'test/support/start-postgres.mjs'), folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const urls = readFileSync(join(folder, 'postgres.json'), 'utf8');
  const runner = join(root, 'apps/api/src/migrate.ts');
  if (existsSync(runner)) {
    const { migrate } = (await import(runner)) as { migrate(ownerUrl: string): Promise<void> };
    await migrate((JSON.parse(urls) as ServerUrls).owner);
  }
  return urls;
}

/** Autovacuum may be at work in it for a moment, and only a superuser may end that: it ends by itself. */
async function dropped(ownerUrl: string, statement: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await asOwner(ownerUrl, statement);
    } catch (error) {
      if ((error as { code?: string }).code !== '42501' || attempt === 100) throw error;
      await pause(100);
    }
}

async function asOwner(ownerUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: withDatabase(ownerUrl, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}
