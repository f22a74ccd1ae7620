// npm run doctor: looks at everything `npm start` and `npm test` need, and says it in plain words.
import { onPinnedNode } from './runtime.mjs';

await onPinnedNode();
const { existsSync, statfsSync } = await import('node:fs');
const { join } = await import('node:path');
const { sayAndExit } = await import('./advice.mjs');
const { builds, isStale } = await import('./builds.mjs');
const { root, portVariable, settings } = await import('./environment.mjs');
const { findChromium, findClamd, findRedis } = await import('./tools.mjs');
const { isFree } = await import('./ports.mjs');
const { commandOf, identify, read } = await import('./processes.mjs');

let wrong = 0;
const good = (line) => console.log(`  ✓ ${line}`);
const note = (line) => console.log(`  · ${line}`);
const bad = (line) => {
  wrong += 1;
  console.log(`  ✗ ${line}`);
};

try {
  const { home, ports, database } = settings();
  good(`Node ${process.versions.node} runs this; the dependencies fit package-lock.json.`);
  checkDisk(home);
  const running = runningStart(home);
  if (running) good(`Guildhall runs from this folder (process ${running}).`);
  else note('Guildhall does not run from this folder.');
  await checkPorts(ports, running);
  checkDatabase(home, database, running);
  checkBuilds();
  checkTools();
} catch (problem) {
  sayAndExit(problem);
}
console.log(wrong ? `\n  ${wrong} thing(s) to mend.\n` : '\n  All is well.\n');
process.exit(wrong ? 1 : 0);

function checkDisk(home) {
  const place = existsSync(home) ? home : root;
  const { bavail, bsize } = statfsSync(place);
  const free = Math.round((bavail * bsize) / 2 ** 20);
  if (free > 2_000) good(`${free} MB are free on the disk of ${place}.`);
  else bad(`Only ${free} MB are free on the disk of ${place}; builds and database need 2000 MB.`);
}

function runningStart(home) {
  const [pid] = read(join(home, 'running')).split(' ');
  return pid && identify(Number(pid)) === read(join(home, 'running')) ? Number(pid) : undefined;
}

async function checkPorts(ports, running) {
  for (const [name, port] of Object.entries(ports)) {
    const free = await isFree(port);
    if (free && running) bad(`Port ${port} (${name}) should answer but nothing listens there.`);
    else if (!free && !running) {
      bad(`Port ${port} (${name}) is taken by another program; set ${portVariable(name)}.`);
    }
  }
  if (!running) note(`Ports looked at: ${Object.values(ports).join(', ')}.`);
}

function checkDatabase(home, outside, running) {
  if (outside) return note('The database is your own (DATABASE_URL is set).');
  const dir = join(home, 'postgres');
  const place = read(join(dir, 'lives-elsewhere')).trim() || dir;
  if (!existsSync(join(place, 'cluster', 'PG_VERSION'))) {
    return note('There is no database yet; `npm start` makes one.');
  }
  const pid = Number(read(join(place, 'cluster', 'postmaster.pid')).split('\n')[0]);
  const alive = pid && (commandOf(pid)?.includes(place) ?? true);
  if (alive && running) return good(`The database runs (process ${pid}), data in ${place}.`);
  if (alive) return note(`A killed start left the database running; the next start adopts it.`);
  if (running) return bad(`The database is down; its log is ${join(place, 'postgres.log')}.`);
  return good(`The database is stopped, its data is in ${place}.`);
}

function checkBuilds() {
  const stale = Object.keys(builds).filter(isStale);
  if (stale.length === 0) good('All builds are up to date.');
  else note(`Stale builds, made anew at the next start: ${stale.join(', ')}.`);
}

function checkTools() {
  const chromium = findChromium();
  if (chromium) good(`Chromium for the browser journeys: ${chromium}.`);
  else note('No Chromium: `npm test` leaves the browser journeys out (apt-get install chromium).');
  if (!findClamd())
    note(
      'No clamd: uploads are scanned by a stand-in in tests only (apt-get install clamav-daemon).',
    );
  const redis = findRedis();
  if (redis) good(`redis-server for the queue on Redis: ${redis}.`);
  else
    note('No redis-server: the queue is tested on PostgreSQL only (apt-get install redis-server).');
}
