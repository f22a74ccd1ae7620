import { runMigrations } from 'bullmq';
import pg from 'pg';
import { MikroORM } from '@mikro-orm/postgresql';
import { pathToFileURL } from 'node:url';
import { orm } from './orm';
import { gather } from './secrets';

/** Brings a database to the newest schema, as its owner. Running it again does nothing. */
export async function migrate(ownerUrl: string): Promise<void> {
  const session = await MikroORM.init({ ...orm(ownerUrl), entities: [] });
  try {
    await session.migrator.up();
  } finally {
    await session.close();
  }
  await migrateQueues(ownerUrl);
}

/** The queue's own tables, made by the owner: the application's role may create nothing. */
async function migrateQueues(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await runMigrations(client, 'bullmq');
    await client.query(queueRights);
  } finally {
    await client.end();
  }
}

const queueRights = `do $$ begin
  if exists (select from pg_roles where rolname = 'guildhall_app') then
    grant usage on schema bullmq to guildhall_app;
    grant select, insert, update, delete on all tables in schema bullmq to guildhall_app;
    grant usage, select on all sequences in schema bullmq to guildhall_app;
    grant execute on all functions in schema bullmq to guildhall_app;
  end if;
end $$`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const told = gather(process.env, ['DATABASE_OWNER_URL']);
  const done = told.then(({ environment }) => migrate(environment['DATABASE_OWNER_URL'] ?? ''));
  done.catch((error: unknown) => {
    process.stderr.write(`The database was not migrated: ${(error as Error).message}\n`);
    process.exitCode = 1;
  });
}
