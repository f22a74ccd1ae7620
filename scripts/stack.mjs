import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Advice } from './advice.mjs';
import { untilAnswers } from './answers.mjs';
import { buildIfStale, runQuietly } from './builds.mjs';
import { keepRunning } from './children.mjs';
import { environment, portVariable, root } from './environment.mjs';
import { isFree } from './ports.mjs';
import { diskFull } from './postgres-home.mjs';
import { startPostgres } from './postgres.mjs';
import { livingPids, stopLeftovers } from './leftovers.mjs';
import { claim, signal } from './processes.mjs';
import * as usual from './programs.mjs';
import { step } from './steps.mjs';

/**
 * The whole stack: database, migrations, builds, api, worker, sandbox and both web apps.
 * `start` throws Advice, one line that says what to do; `stop` may be called at any time.
 */
export class Stack {
  #children = [];
  #server;
  #claimed = false;
  #starting;
  #stopped;

  /**
   * @param {{home: string, ports: Record<string, number>, seed?: boolean,
   *   database?: {owner: string, app: string}, programs?: object[], builds?: string[]}} plan
   */
  constructor(plan) {
    this.plan = plan;
  }

  /** @returns whether the stack is up; false when it was stopped meanwhile. */
  async start() {
    this.#starting = this.#bringUp();
    try {
      await this.#starting;
    } catch (problem) {
      if (!this.#stopped) {
        await this.stop();
        throw problem;
      }
    }
    await this.#stopped;
    return !this.#stopped;
  }

  async #bringUp() {
    const { home, ports } = this.plan;
    this.#prepareHome();
    await stopLeftovers(home);
    await this.#requirePorts();
    const database = await step('Database', () => this.#startDatabase());
    this.env = environment({ home, ports, database });
    await this.#unlessStopped('Build', async () =>
      (await buildIfStale(this.plan.builds)).join(', '),
    );
    await this.#unlessStopped('Migrations', () => this.#runToEnd('migrations', usual.migrate));
    const all = this.plan.programs ?? usual.programs(ports);
    const outside = all.filter(({ name }) => name === 'sandbox');
    const inside = all.filter(({ name }) => name !== 'sandbox');
    await this.#unlessStopped('Outside world', () => this.#startPrograms(outside));
    // The history is told before the worker runs: its deadlines passed in the past.
    if (this.plan.seed !== false)
      await this.#unlessStopped('Demo data', () => this.#runToEnd('demo data', usual.seed));
    await this.#unlessStopped('Start', () => this.#startPrograms(inside));
  }

  // Not the promise itself: stopping waits for the start, and the start must not wait for it.
  #unlessStopped = (title, work) => (this.#stopped ? undefined : step(title, work));

  /** Web first, so that nobody is let in; then api and worker drain; the database goes last. */
  stop() {
    return (this.#stopped ??= this.#stopInOrder());
  }

  /** Ends everything at once; the database recovers at its next start. */
  kill() {
    for (const pid of livingPids(this.#children)) signal(pid, 'SIGKILL');
    if (this.#server) signal(this.#server.pid, 'SIGKILL');
  }

  async #stopInOrder() {
    await this.#starting?.catch(() => undefined);
    const named = (...names) => this.#children.filter(({ name }) => names.includes(name));
    const rest = this.#children.filter(({ name }) => !['api', 'worker', 'sandbox'].includes(name));
    for (const group of [rest, named('api', 'worker'), named('sandbox')]) {
      await Promise.all(group.map((child) => child.stop()));
    }
    await this.#server?.stop();
    if (!this.#claimed) return;
    for (const file of ['children.json', 'running']) rmSync(this.#in(file), { force: true });
  }

  #in = (...parts) => join(this.plan.home, ...parts);
  #say = (line) => {
    if (!this.#stopped) console.log(`  ${line}`);
  };

  #prepareHome() {
    try {
      mkdirSync(this.plan.home, { recursive: true });
      const { bavail, bsize } = statfsSync(this.plan.home);
      if (bavail * bsize < 500 * 2 ** 20) throw new Advice(diskFull(this.plan.home));
      claim(this.#in('running'));
      this.#claimed = true;
    } catch (problem) {
      if (problem.code === 'ENOSPC') throw new Advice(diskFull(this.plan.home));
      if (problem.code !== 'EACCES') throw problem;
      throw new Advice(`${this.plan.home} belongs to another user: start as that user.`);
    }
  }

  async #requirePorts() {
    for (const [name, port] of Object.entries(this.plan.ports)) {
      if (name === 'database' || (await isFree(port))) continue;
      const example = `${portVariable(name)}=${port + 10} npm start`;
      throw new Advice(`Port ${port} (${name}) is taken. Free it, or choose another: ${example}`);
    }
  }

  async #startDatabase() {
    if (this.plan.database) return this.plan.database;
    const dir = this.#in('postgres');
    this.#server = await startPostgres({ dir, port: this.plan.ports.database });
    void this.#watchDatabase();
    return this.#server.url;
  }

  async #watchDatabase() {
    for (let wait = 500; !this.#stopped;) {
      const from = Date.now();
      await this.#server.exited;
      if (this.#stopped) return;
      wait = Date.now() - from > 30_000 ? 500 : Math.min(wait * 2, 15_000);
      this.#say(`✗ PostgreSQL stopped; starting it again in ${wait / 1000} s`);
      await pause(wait);
      if (this.#stopped) return;
      const again = { dir: this.#in('postgres'), port: this.plan.ports.database };
      await startPostgres(again).then(
        (server) => (this.#server = server),
        (problem) => this.#say(`✗ ${problem.message}`),
      );
    }
  }

  async #runToEnd(title, program) {
    const { code, output } = await runQuietly([process.execPath, program], this.env);
    writeFileSync(this.#in(`${title.replace(' ', '-')}.log`), output);
    if (code === 0 || this.#stopped) return;
    console.error(output.split('\n').slice(-20).join('\n'));
    throw new Advice(`The ${title} did not run to their end; the lines above say why.`);
  }

  async #startPrograms(all) {
    const children = all.map((program) =>
      keepRunning({
        cwd: root,
        log: this.#in('logs', `${program.name}.log`),
        say: this.#say,
        changed: () => this.#writeChildren(),
        ...program,
        env: { ...this.env, ...program.env },
      }),
    );
    this.#children = [...this.#children, ...children];
    // One that dies while the others still get ready ends the start, ready or not.
    await Promise.race([
      Promise.all(all.map((program) => this.#whenReady(program))),
      ...children.map((child) => this.#whenDead(child)),
    ]);
    for (const child of children) child.settled();
  }

  #writeChildren() {
    const known = this.#children.map(({ name, identity }) => ({ name, identity }));
    writeFileSync(this.#in('children.json'), JSON.stringify(known));
  }

  #whenReady({ answers, worst = 399 }) {
    return answers ? untilAnswers(answers, worst, () => this.#stopped) : pause(500);
  }

  async #whenDead(child) {
    await child.early.catch((problem) => {
      if (this.#stopped) return;
      console.error(`\n${child.tail.map((line) => `    ${line}`).join('\n')}`);
      throw new Advice(`${problem.message}: the last lines of ${child.name} are above.`);
    });
  }
}
