import { EndedSessions } from '@kernel/ended-sessions';
import { Wakeups } from '@kernel/wakeups';
import { JwtService } from '@nestjs/jwt';
import { randomUUIDv7 } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { TestApp } from '../support/app';
import { known } from '../support/market';

const secret = 'a secret that only these tests know';
const sockets: Socket[] = [];
let app: TestApp;
let url: string;

beforeAll(async () => {
  app = await TestApp.start();
  await app.app.listen(0, '127.0.0.1');
  url = await app.app.getUrl();
});
afterAll(async () => {
  for (const socket of sockets) socket.close();
  await app.stop();
});

const tokenOf = (id: string, options: object = {}) =>
  new JwtService({ secret }).sign(
    { aud: ['marketplace'], sub: id, roles: ['client'], sid: randomUUIDv7() },
    options,
  );

async function connected(token: string | undefined, origin = 'http://market.test') {
  const extraHeaders: Record<string, string> = { origin };
  if (token) extraHeaders['cookie'] = `gh_access=${token}`;
  const socket = io(url, { transports: ['websocket'], reconnection: false, extraHeaders });
  sockets.push(socket);
  await new Promise<void>((ready, failed) => {
    socket.once('connect', ready);
    socket.once('connect_error', failed);
  });
  return socket;
}

/** What a page that is open in a browser hears when it asks for these topics. */
async function heardBy(
  topics: string[],
  { token, origin }: { token?: string; origin?: string },
): Promise<string[]> {
  const socket = await connected(token, origin);
  const heard: string[] = [];
  socket.on('changed', ({ topic }: { topic: string }) => heard.push(topic));
  for (const topic of topics) socket.emit('watch', { topic });
  await pause(100);
  return heard;
}

async function tell(...topics: string[]): Promise<void> {
  for (const topic of topics) app.app.get(Wakeups).tell('changed', topic);
  await pause(300);
}

describe('a page', () => {
  it('hears of its own account and of no other', async () => {
    const [mine, other] = [randomUUIDv7(), randomUUIDv7()];
    const topics = [`account:${mine}`, `account:${other}`];
    const heard = await heardBy(topics, { token: tokenOf(mine) });
    await tell(...topics);
    expect(heard).toEqual([`account:${mine}`]);
  });

  it('of a member hears nothing of the desks', async () => {
    const desks = ['approvals', 'holds', 'reconciliation', 'alarms'];
    const heard = await heardBy(desks, { token: tokenOf(randomUUIDv7()) });
    await tell(...desks);
    expect(heard).toEqual([]);
  });

  it('of somebody of staff hears of the desks that they may look at', async () => {
    const { id } = await known(app, 'Meera Joshi', ['finance_maker']);
    const token = new JwtService({ secret }).sign({
      aud: ['marketplace'],
      sub: id,
      sid: randomUUIDv7(),
      mfa: true,
    });
    const heard = await heardBy(['approvals', 'holds'], { token });
    await tell('approvals', 'holds');
    expect(heard.toSorted()).toEqual(['approvals', 'holds']);
  });

  it('hears of no contract that it is no party to', async () => {
    const contract = `contract:${randomUUIDv7()}`;
    const heard = await heardBy([contract], { token: tokenOf(randomUUIDv7()) });
    await tell(contract);
    expect(heard).toEqual([]);
  });

  it('of a guest hears of jobs only, and of nothing that it did not ask for', async () => {
    const [job, another] = [`job:${randomUUIDv7()}`, `job:${randomUUIDv7()}`];
    const account = `account:${randomUUIDv7()}`;
    const heard = await heardBy([job, account, 'everything', `job:${'x'.repeat(36)}`], {});
    await tell(job, another, account);
    expect(heard).toEqual([job]);
  });

  it('of another site hears nothing, whatever cookies it brings', async () => {
    const mine = randomUUIDv7();
    const from = { token: tokenOf(mine), origin: 'https://evil.example' };
    const heard = await heardBy([`account:${mine}`], from);
    await tell(`account:${mine}`);
    expect(heard).toEqual([]);
  });

  it('with a forged or a dead token is a guest', async () => {
    const mine = randomUUIDv7();
    const topic = `account:${mine}`;
    const forger = new JwtService({ secret: 'another secret, as long as it must be' });
    const tokens = [
      forger.sign({ aud: ['marketplace'], sub: mine }),
      tokenOf(mine, { expiresIn: -1 }),
    ];
    const pages = await Promise.all(tokens.map((token) => heardBy([topic], { token })));
    await tell(topic);
    expect(pages.flat()).toEqual([]);
  });

  it('that is opened after its session ended is a guest', async () => {
    const [mine, sid] = [randomUUIDv7(), randomUUIDv7()];
    const topic = `account:${mine}`;
    const token = new JwtService({ secret }).sign({
      aud: ['marketplace'],
      sub: mine,
      roles: [],
      sid,
    });
    const before = await heardBy([topic], { token });
    const sessions = app.app.get(EndedSessions);
    await sessions.end(app.database, [sid]);
    await sessions.look();
    const after = await heardBy([topic], { token });
    await tell(topic);
    expect([before, after]).toEqual([[], []]);
    const other = await heardBy([topic], { token: tokenOf(mine) });
    await tell(topic);
    expect(other).toEqual([topic]);
  });

  it('is cut off when its session ends, and no other page is', async () => {
    const [ended, kept] = [randomUUIDv7(), randomUUIDv7()];
    const open = (sid: string) => {
      const token = new JwtService({ secret }).sign({
        aud: ['marketplace'],
        sub: randomUUIDv7(),
        roles: [],
        sid,
      });
      return connected(token);
    };
    const [one, other] = await Promise.all([open(ended), open(kept)]);
    const gone = new Promise<void>((done) => one.once('disconnect', () => done()));
    const sessions = app.app.get(EndedSessions);
    await sessions.end(app.database, [ended]);
    await sessions.look();
    await gone;
    expect(other.connected).toBe(true);
  });
});
