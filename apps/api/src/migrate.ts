import { MikroORM } from '@mikro-orm/postgresql';
import { pathToFileURL } from 'node:url';
import { orm } from './orm';

/** Brings a database to the newest schema, as its owner. Running it again does nothing. */
export async function migrate(ownerUrl: string): Promise<void> {
  const session = await MikroORM.init({ ...orm(ownerUrl), entities: [] });
  try {
    await session.migrator.up();
  } finally {
    await session.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { DATABASE_OWNER_URL: ownerUrl = '' } = process.env;
  migrate(ownerUrl).catch((error: unknown) => {
    process.stderr.write(`The database was not migrated: ${(error as Error).message}\n`);
    process.exitCode = 1;
  });
}
