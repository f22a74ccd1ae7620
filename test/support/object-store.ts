import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const needed = ['ceph', 'ceph-mon', 'ceph-osd', 'monmaptool', 'radosgw', 'radosgw-admin'];
const folders = (process.env['PATH'] ?? '').split(delimiter);

/** Whether Ceph's S3 (packages ceph-mon, ceph-osd, radosgw) is on this machine. */
export const hasObjectStore = needed.every((name) =>
  folders.some((folder) => existsSync(join(folder, name))),
);

export const keys = { access: 'guildhall-access', secret: 'guildhall-secret' };

/** A whole S3 in memory: one monitor, one store, one gateway. It needs some fifteen seconds. */
export class ObjectStore {
  readonly endpoint: string;
  private readonly folder = mkdtempSync(join(tmpdir(), 'guildhall-s3-'));
  private readonly servers: ChildProcess[] = [];

  private constructor(
    private readonly monitor: number,
    gateway: number,
  ) {
    this.endpoint = `http://127.0.0.1:${String(gateway)}`;
  }

  static async start(): Promise<ObjectStore> {
    const store = new ObjectStore(await freePort(), await freePort());
    try {
      await store.boot();
      return store;
    } catch (problem) {
      await store.stop();
      throw problem;
    }
  }

  async stop(): Promise<void> {
    for (const server of this.servers.reverse()) {
      if (server.exitCode !== null) continue;
      const gone = new Promise((done) => server.once('close', done));
      server.kill('SIGKILL');
      await gone;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async boot(): Promise<void> {
    const fsid = randomUUID();
    writeFileSync(this.at('ceph.conf'), this.settings(fsid));
    for (const name of ['mon', 'osd', 'rgw', 'run']) mkdirSync(this.at(name));
    const address = `[v1:127.0.0.1:${String(this.monitor)}]`;
    const map = this.at('monmap');
    execFileSync('monmaptool', ['--create', '--addv', 'a', address, '--fsid', fsid, map]);
    this.run('ceph-mon', '--mkfs', '-i', 'a', '--monmap', map);
    this.serve('ceph-mon', '-i', 'a');
    const uuid = randomUUID();
    await this.tell('osd', 'new', uuid);
    this.run('ceph-osd', '-i', '0', '--mkfs', '--osd-uuid', uuid);
    const place = [`host=${hostname().split('.')[0] ?? 'here'}`, 'root=default'];
    await this.tell('osd', 'crush', 'add', 'osd.0', '1.0', ...place);
    this.serve('ceph-osd', '-i', '0');
    while (!(await this.tell('osd', 'stat')).includes('1 up')) await pause(200);
    const who = ['--uid=guildhall', '--display-name=Guildhall'];
    const secrets = [`--access-key=${keys.access}`, `--secret-key=${keys.secret}`];
    this.run('radosgw-admin', 'user', 'create', ...who, ...secrets);
    const port = new URL(this.endpoint).port;
    const front = `--rgw-frontends=beast endpoint=127.0.0.1:${port}`;
    this.serve('radosgw', '-n', 'client.rgw', front);
    while (
      !(await fetch(this.endpoint).then(
        ({ ok }) => ok,
        () => false,
      ))
    )
      await pause(100);
  }

  /** A monitor that has just begun refuses commands for a moment; each of ours may be said twice. */
  private async tell(...words: string[]): Promise<string> {
    for (let left = 5; ; left -= 1)
      try {
        return this.run('ceph', '--connect-timeout', '20', ...words);
      } catch (problem) {
        if (left === 0) throw problem;
        await pause(500);
      }
  }

  private run(program: string, ...args: string[]): string {
    const options = { stdio: 'pipe', timeout: 30_000, encoding: 'utf8' } as const;
    return execFileSync(program, ['-c', this.at('ceph.conf'), ...args], options);
  }

  private serve(program: string, ...args: string[]): void {
    const all = ['-c', this.at('ceph.conf'), ...args, '-f'];
    this.servers.push(spawn(program, all, { stdio: 'ignore' }));
  }

  private at(name: string): string {
    return join(this.folder, name);
  }

  /** Nobody else reaches it, nothing of it is kept, and one copy is enough. */
  private settings(fsid: string): string {
    return `[global]
fsid = ${fsid}
mon host = [v1:127.0.0.1:${String(this.monitor)}]
auth cluster required = none
auth service required = none
auth client required = none
public addr = 127.0.0.1
cluster addr = 127.0.0.1
run dir = ${this.at('run')}
admin socket = ${this.at('run')}/$name.asok
log file = ${this.at('run')}/$name.log
mon data = ${this.at('mon')}
osd data = ${this.at('osd')}
rgw data = ${this.at('rgw')}
osd objectstore = memstore
memstore device bytes = 1073741824
osd crush chooseleaf type = 0
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
mon allow pool size one = true
mon data avail crit = 1
`;
  }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}
