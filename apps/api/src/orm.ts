import { Migrator } from '@mikro-orm/migrations';
import { defineConfig } from '@mikro-orm/postgresql';
import { migrations } from '../../../migrations';

/** The ORM for one process. Entities come from the contexts' modules. */
export const orm = (clientUrl: string) =>
  defineConfig({
    clientUrl,
    extensions: [Migrator],
    pool: { min: 0, max: 8 },
    driverOptions: { connectionTimeoutMillis: 1_500 },
    migrations: { migrationsList: migrations, tableName: 'migrations', snapshot: false },
    discovery: { warnWhenNoEntities: false },
  });
