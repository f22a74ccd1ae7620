import { spawn, spawnSync } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { root } from '../../scripts/environment.mjs';
import { startPostgres } from '../../scripts/postgres.mjs';

const server = 'dist/server/apps/api/src';
const failpoints = './test/faults/failpoints.mjs';
/** How long a process may take to come to its seam; then it is killed where it is. */
const patienceMs = 4_000;

/** Two apis, two workers and the database: each begins again at once when it was killed. */
export class Parts {
  #children = new Map();
  #working = new Map();
  #stopping = false;

  constructor(env, { place, server: database, second }) {
    this.env = env;
    this.place = place;
    this.database = database;
    const ports = [env.API_PORT, String(second)];
    this.apis = ports.map((port) => `http://127.0.0.1:${port}`);
    this.plans = {
      'api-0': { program: `${server}/main.js`, env: { API_PORT: ports[0] } },
      'api-1': { program: `${server}/main.js`, env: { API_PORT: ports[1] } },
      'worker-0': { program: `${server}/worker.js`, env: {} },
      'worker-1': { program: `${server}/worker.js`, env: {} },
    };
  }

  async start() {
    for (const name of Object.keys(this.plans)) this.#begin(name);
    await Promise.all(this.apis.map((api) => this.#ready(api)));
  }

  #begin(name) {
    if (this.#stopping) return;
    const { program, env } = this.plans[name];
    const log = openSync(join(this.env.GUILDHALL_HOME, `${name}.log`), 'a');
    const child = spawn(
      process.execPath,
      ['--enable-source-maps', '--import', failpoints, program],
      {
        cwd: root,
        env: { ...this.env, ...env },
        stdio: ['ignore', log, log, 'ipc'],
      },
    );
    this.#children.set(name, child);
    const works = new Promise((done) => {
      child.once('message', done);
      child.once('exit', done);
    });
    this.#working.set(name, works);
    child.once('exit', () => setTimeout(() => this.#begin(name), 50));
  }

  /** SIGKILL, and it is back before this returns. */
  async kill(name) {
    if (name === 'database') {
      const { pid } = this.database;
      const list = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
      const pids = [pid, ...list.stdout.split('\n').map(Number).filter(Boolean)];
      spawnSync('kill', ['-9', ...pids.map(String)]);
      await this.database.exited;
      this.database = await startPostgres(this.place);
      return;
    }
    const before = this.#children.get(name);
    before.kill('SIGKILL');
    await this.#back(name, before);
  }

  /** Lets it die at a seam; true when it came there in time. */
  async killAt(name, seam) {
    const before = this.#children.get(name);
    before.send(seam, () => undefined);
    const until = Date.now() + patienceMs;
    while (before.signalCode === null && Date.now() < until) await pause(20);
    const isThere = before.signalCode !== null;
    before.kill('SIGKILL');
    await this.#back(name, before);
    return isThere;
  }

  /** Its successor is at work; one that never got there would prove nothing. */
  async #back(name, before) {
    while (this.#children.get(name) === before) await pause(20);
    if (name.startsWith('api')) await this.#ready(this.apis[Number(name.at(-1))]);
    else await this.#working.get(name);
  }

  async #ready(api) {
    for (let turn = 0; turn < 600; turn += 1) {
      const answer = await fetch(`${api}/health/live`).catch(() => undefined);
      if (answer?.ok) return;
      await pause(100);
    }
    throw new Error(`${api} does not come up`);
  }

  /** The owner's look into the tables; waits while the database is away. */
  rows = async (text, parameters = []) => {
    for (let attempt = 1; ; attempt += 1) {
      const client = new pg.Client({ connectionString: this.env.DATABASE_OWNER_URL });
      client.on('error', () => undefined);
      try {
        await client.connect();
        return (await client.query(text, parameters)).rows;
      } catch (problem) {
        if (attempt === 60 || problem.severity === 'ERROR') throw problem;
        await pause(250);
      } finally {
        await client.end().catch(() => undefined);
      }
    }
  };

  async stop() {
    this.#stopping = true;
    const ends = [...this.#children.values()].map((child) => {
      const gone = child.exitCode !== null || child.signalCode !== null;
      const end = gone ? Promise.resolve() : new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      return Promise.race([end, pause(5_000).then(() => child.kill('SIGKILL'))]);
    });
    await Promise.all(ends);
    await this.database.stop();
  }
}
