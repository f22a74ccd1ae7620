import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client, type DatabaseError } from 'pg';

export type Part = 'api' | 'worker' | 'database';

interface Place {
  readonly API_URL: string;
  readonly SANDBOX_URL: string;
  readonly DATABASE_OWNER_URL: string;
  readonly home: string;
  readonly cluster: string;
}

/** The real processes on free ports, watched over as `npm start` does; each can be killed. */
export class OwnStack {
  private constructor(
    private readonly keeper: ChildProcess,
    private readonly place: Place,
  ) {}

  static async start(): Promise<OwnStack> {
    const keeper = spawn(process.execPath, [join(__dirname, 'keep-stack.mjs')], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const said: string[] = [];
    for await (const line of createInterface({ input: keeper.stdout })) {
      if (line.startsWith('{')) {
        keeper.stdout.resume();
        return new OwnStack(keeper, JSON.parse(line) as Place);
      }
      said.push(line);
    }
    throw new Error(`The stack did not come up:\n${said.join('\n')}`);
  }

  async stop(): Promise<void> {
    const gone = new Promise((done) => this.keeper.once('exit', done));
    this.keeper.stdin?.end();
    await gone;
  }

  get api(): string {
    return this.place.API_URL;
  }
  get sandbox(): string {
    return this.place.SANDBOX_URL;
  }

  /** SIGKILL, without a word before. Whoever watches starts the part again. */
  kill(part: Part): void {
    for (const pid of part === 'database' ? this.databasePids() : [this.pidOf(part)])
      spawnSync('kill', ['-9', String(pid)]);
  }

  pidOf(part: 'api' | 'worker'): number {
    const children = JSON.parse(readFileSync(join(this.place.home, 'children.json'), 'utf8')) as {
      name: string;
      identity: string;
    }[];
    return Number(children.find(({ name }) => name === part)?.identity.split(' ')[0]);
  }

  /** The owner's look into the tables; waits while the database is away. */
  async rows<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
    for (let attempt = 1; ; attempt += 1) {
      const client = new Client({ connectionString: this.place.DATABASE_OWNER_URL });
      client.on('error', () => undefined);
      try {
        await client.connect();
        return (await client.query<Row>(sql, values)).rows;
      } catch (problem) {
        if (attempt === 60 || (problem as DatabaseError).severity === 'ERROR') throw problem;
        await new Promise((done) => setTimeout(done, 250));
      } finally {
        await client.end().catch(() => undefined);
      }
    }
  }

  /** The first server and every process it has begun: a dead first one leaves the others serving. */
  private databasePids(): number[] {
    const [first = ''] = readFileSync(join(this.place.cluster, 'postmaster.pid'), 'utf8').split(
      '\n',
    );
    const children = spawnSync('ps', ['-o', 'pid=', '--ppid', first], { encoding: 'utf8' });
    return [first, ...children.stdout.split('\n')].map(Number).filter(Boolean);
  }
}
