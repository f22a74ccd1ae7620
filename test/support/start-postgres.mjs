// Started by the first test that needs a database; the server stays after this program has ended.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../scripts/ports.mjs';
import { startPostgres } from '../../scripts/postgres.mjs';

const [folder] = process.argv.slice(2);
const server = await startPostgres({
  dir: join(folder, 'postgres'),
  port: await freePort(),
  durable: false,
});
writeFileSync(join(folder, 'postgres.json'), JSON.stringify(server.url));
process.exit(0);
