import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Advice } from './advice.mjs';
import { isFree } from './ports.mjs';
import * as place from './postgres-home.mjs';
import { address, ensureDatabase } from './postgres-roles.mjs';
import { claim, commandOf, isAlive, read, signal } from './processes.mjs';

/**
 * Starts PostgreSQL on 127.0.0.1 and makes sure that database `guildhall` and its two roles exist.
 *
 * @param {{dir: string, port: number, durable?: boolean}} options `durable: false` is for tests.
 * @returns {Promise<{url: {owner: string, app: string}, port: number, pid: number,
 *   exited: Promise<void>, stop(): Promise<void>, kill(): Promise<void>}>}
 * @throws {Advice} with one line on a taken port, a full disk or a directory of another user.
 */
export async function startPostgres({ dir, port, durable = true }) {
  const home = prepare(dir);
  claim(join(home, 'claimed-by'));
  try {
    await stopOrphan(home);
    if (!(await isFree(port))) {
      throw new Advice(`Port ${port} is taken. Free it, or set DATABASE_PORT to another one.`);
    }
    const native = place.findBinaries();
    const secret = place.passwords(home);
    const cluster = place.ensureCluster(home, native, secret.postgres);
    const server = await launch({ home, native, cluster, port, durable });
    await ensureDatabase(port, secret);
    return {
      ...server,
      port,
      url: {
        owner: address(port, 'guildhall', secret.guildhall),
        app: address(port, 'guildhall_app', secret.guildhall_app),
      },
      // By what it knows itself: the directory may have been removed meanwhile.
      stop: async () => {
        await end(server.pid, cluster);
        fs.rmSync(join(home, 'claimed-by'), { force: true });
      },
      kill: () => (signal(server.pid, 'SIGKILL'), server.exited),
    };
  } catch (problem) {
    await stopPostgres(dir);
    throw problem;
  }
}

/** Stops whatever server runs in that directory; the server of a killed start too. */
export async function stopPostgres(dir) {
  const home = place.findHome(dir);
  await stopOrphan(home);
  fs.rmSync(join(home, 'claimed-by'), { force: true });
}

function prepare(dir) {
  try {
    const home = place.findHome(dir);
    fs.accessSync(home, fs.constants.W_OK);
    const { bavail, bsize } = fs.statfsSync(home);
    if (bavail * bsize < 300 * 2 ** 20) throw new Advice(place.diskFull(home));
    const cluster = join(home, 'cluster');
    if (fs.existsSync(cluster)) fs.accessSync(cluster, fs.constants.R_OK);
    return home;
  } catch (problem) {
    if (problem.code !== 'EACCES') throw problem;
    throw new Advice(`${dir} belongs to another user: start as that user, or remove it.`);
  }
}

/** A server whose supervisor was killed still runs: take it over by stopping it in good order. */
async function stopOrphan(home) {
  const cluster = join(home, 'cluster');
  const pid = Number(read(join(cluster, 'postmaster.pid')).split('\n')[0]);
  if (pid) await end(pid, cluster);
  // The pid of a killed server may belong to anybody by now, which PostgreSQL would refuse.
  fs.rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

function isServer(pid, cluster) {
  return isAlive(pid) && (commandOf(pid)?.includes(cluster) ?? true);
}

/** Fast shutdown; after 15 s the immediate one, which costs a recovery at the next start. */
async function end(pid, cluster) {
  for (let waited = 0; isServer(pid, cluster); waited += 20) {
    if (waited === 0) signal(pid, 'SIGINT');
    if (waited === 15_000) signal(pid, 'SIGQUIT');
    if (waited === 20_000) signal(pid, 'SIGKILL');
    await pause(20);
  }
}

async function launch({ home, native, cluster, port, durable }) {
  const log = join(home, 'postgres.log');
  if (fs.existsSync(log) && fs.statSync(log).size > 10 * 2 ** 20) fs.renameSync(log, `${log}.old`);
  for (let attempt = 1; ; attempt += 1) {
    const from = fs.existsSync(log) ? fs.statSync(log).size : 0;
    const output = fs.openSync(log, 'a');
    // Detached: Ctrl-C must reach the api first, so that it drains while it still has a database.
    const child = spawn(
      join(native, 'bin', 'postgres'),
      ['-D', cluster, '-p', String(port), ...settings(durable)],
      {
        ...place.nobody,
        cwd: home,
        env: place.libraries(native),
        detached: true,
        stdio: ['ignore', output, output],
      },
    );
    fs.closeSync(output);
    child.unref();
    const exited = new Promise((done) => {
      child.once('exit', () => done());
      child.once('error', () => done());
    });
    if (await isReady(cluster, child, exited)) return { pid: child.pid, exited };
    const text = fs.readFileSync(log, 'utf8').slice(from);
    // The backends of a killed server need a moment to let go of its shared memory.
    if (/shared memory block .* still in use/.test(text) && attempt < 25) await pause(200);
    else if (/No space left/.test(text)) throw new Advice(place.diskFull(home));
    else throw new Error(`PostgreSQL did not start:\n${text.slice(-2000)}`);
  }
}

async function isReady(cluster, child, exited) {
  let over = false;
  void exited.then(() => (over = true));
  while (!over) {
    const [pid, , , , , , , state] = read(join(cluster, 'postmaster.pid')).split('\n');
    if (Number(pid) === child.pid && state?.trim() === 'ready') return true;
    await pause(10);
  }
  return false;
}

function settings(durable) {
  const megabytes = Math.round(totalmem() / 2 ** 20);
  const wanted = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 120,
    shared_buffers: `${Math.min(1024, Math.max(128, Math.round(megabytes / 8)))}MB`,
    effective_cache_size: `${Math.round(megabytes / 2)}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '128MB',
    random_page_cost: 1.1,
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    wal_compression: 'on',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] %u@%d ',
    log_min_duration_statement: '500ms',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(wanted).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
