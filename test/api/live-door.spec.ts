import { Wakeups } from '@kernel/wakeups';
import { JwtService } from '@nestjs/jwt';
import type { FastifyInstance } from 'fastify';
import { randomUUIDv7 } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Socket } from 'socket.io-client';
import { RuleWatch } from '../../apps/api/src/platform/surface/adapters/rule-watch';
import { webServer } from '../../libs/ui/server/web';
import { key } from '../support/approvals';
import { TestApp } from '../support/app';
import { known } from '../support/market';
import { shut, socketAt } from '../support/sockets';

const perMinute = 60;
const perAccount = 20;
const origin = 'http://market.test';
let app: TestApp;
let pages: FastifyInstance;
let [api, web, root] = ['', '', ''];
const sockets: Socket[] = [];

beforeAll(async () => {
  const limits = { REQUESTS_PER_MINUTE: perMinute, ACCOUNT_REQUESTS_PER_MINUTE: perAccount };
  app = await TestApp.start(
    Object.fromEntries(Object.entries(limits).map(([name, value]) => [name, String(value)])),
  );
  await app.app.listen(0, '127.0.0.1');
  api = await app.app.getUrl();
  const page = () => Promise.resolve(null);
  root = await mkdtemp(join(tmpdir(), 'guildhall-sockets-'));
  pages = await webServer({ root, apiUrl: api, page });
  web = await pages.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  for (const socket of sockets) socket.close();
  await pages.close();
  await app.stop();
  await rm(root, { recursive: true });
});

let last = 0;
/** Every test asks from an address of its own: points are per address. */
const address = () => `203.0.113.${String((last += 1))}`;
const cookieOf = (id: string) => {
  const secret = 'a secret that only these tests know';
  return `gh_access=${new JwtService({ secret }).sign({ aud: ['marketplace'], sub: id, sid: randomUUIDv7() })}`;
};

async function from(at: string, more: Record<string, string> = {}, url = api): Promise<Socket> {
  const socket = await socketAt(url, { origin, 'x-forwarded-for': at, ...more });
  sockets.push(socket);
  return socket;
}

const refused = (at: string, url = api) =>
  from(at, {}, url).then(
    () => false,
    () => true,
  );

async function keepOut(network: string): Promise<void> {
  const operator = await known(app, 'Olga Ops', ['superadmin']);
  const rule = { network, reason: 'abuse', note: 'Scrapes.', expiresAt: null };
  await operator.post('/api/admin/ip-rules', rule, key());
  await app.app.get(RuleWatch).load();
}

describe('a socket', () => {
  it('from a network that is kept out is not opened, and one that is open is shut', async () => {
    const [inside, other] = [await from('192.0.2.7'), await from('192.0.3.7')];
    await keepOut('192.0.2.0/24');
    await shut(inside);
    expect([await refused('192.0.2.8'), await refused('192.0.3.8')]).toEqual([true, false]);
    expect(other.connected).toBe(true);
  });

  it('costs a request of its address, and so does every word that is said on it', async () => {
    const at = address();
    const socket = await from(at);
    for (let said = 1; said < perMinute; said += 1) socket.emit('watch', {});
    await pause(200);
    expect(socket.connected).toBe(true);
    socket.emit('anything');
    await shut(socket);
    expect(await refused(at)).toBe(true);
    const { status } = await app.guest().get('/api/search/jobs', { 'x-forwarded-for': at });
    expect([status, await refused(address())]).toEqual([429, false]);
  });

  it('costs a request of its account, from wherever it is opened', async () => {
    const cookie = cookieOf(randomUUIDv7());
    const [one, other] = [await from(address(), { cookie }), await from(address(), { cookie })];
    for (let said = 0; said < perAccount; said += 1) (said % 2 ? one : other).emit('watch', {});
    await pause(200);
    expect([one.connected, other.connected]).toEqual([true, true]);
    other.emit('watch', {});
    await shut(other);
  });

  it('of somebody who has fifty already is shut', async () => {
    const cookie = cookieOf(randomUUIDv7());
    for (let count = 0; count < 50; count += 1) await from(address(), { cookie });
    await shut(await from(address(), { cookie }));
    expect((await from(address(), { cookie: cookieOf(randomUUIDv7()) })).connected).toBe(true);
  });

  it('watches no more topics than a page has', async () => {
    const socket = await from(address());
    const heard: string[] = [];
    socket.on('changed', ({ topic }: { topic: string }) => heard.push(topic));
    const topics = Array.from({ length: 55 }, () => `job:${randomUUIDv7()}`);
    for (const topic of topics) socket.emit('watch', { topic });
    await pause(200);
    for (const topic of topics) app.app.get(Wakeups).tell('changed', topic);
    await pause(400);
    // One room of each socket is its own.
    expect(heard).toHaveLength(49);
  });

  it('that says more than a page has to say is shut', async () => {
    const socket = await from(address());
    socket.emit('watch', { topic: 'x'.repeat(5_000) });
    await shut(socket);
  });
});

describe('a socket through the server of the pages', () => {
  it('is known by the address of its caller and by the page that opened it', async () => {
    await keepOut('198.51.100.0/24');
    expect([await refused('198.51.100.7', web), await refused(address(), web)]).toEqual([
      true,
      false,
    ]);
    const mine = randomUUIDv7();
    const topic = `account:${mine}`;
    const heard: string[] = [];
    for (const page of [origin, 'https://evil.test', 'null', undefined]) {
      const headers = { cookie: cookieOf(mine), 'x-forwarded-for': address() };
      const socket = await socketAt(
        web,
        page === undefined ? headers : { ...headers, origin: page },
      );
      sockets.push(socket);
      socket.on('changed', () => heard.push(String(page)));
      socket.emit('watch', { topic });
    }
    await pause(200);
    app.app.get(Wakeups).tell('changed', topic);
    await pause(400);
    expect(heard.toSorted()).toEqual([origin, 'undefined'].toSorted());
  });
});
