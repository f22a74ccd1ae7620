import { limitKinds, type LimitKind } from '@kernel/http/limit-kinds';
import { Limits } from '@kernel/http/limits';
import { Rejection } from '@kernel/reject';
import { testDatabase } from '../support/database';
import { limits as limitsShown } from '@wire/surface';
import { redisServer, testRedis } from '../support/redis';
import { TestApp, type Answer, type Caller } from '../support/app';
import { known } from '../support/market';
import { codeOf, Member } from '../support/members';

let app: TestApp;
beforeAll(async () => (app = await TestApp.start()));
afterAll(() => app.stop());

/** Refused kindly: the code, how long to wait in the header and in the facts, and which limit. */
function isTooMany({ status, body, headers }: Answer, limit: string): void {
  expect({ status, code: body['code'] }).toEqual({ status: 429, code: 'request.too_many' });
  const facts = body['facts'] as { limit: string; retryAfterSeconds: number };
  expect(facts.limit).toBe(limit);
  expect(facts.retryAfterSeconds).toBeGreaterThan(0);
  expect(headers['retry-after']).toBe(String(facts.retryAfterSeconds));
}

async function until429(send: () => Promise<Answer>, most: number): Promise<Answer> {
  for (let sent = 0; sent < most; sent += 1) {
    const answer = await send();
    if (answer.status === 429) return answer;
  }
  throw new Error('nobody was refused');
}

const file = { name: 'a.txt', size: 1, mediaType: 'text/plain', purpose: 'job' };
const nowhere = '019a0000-0000-7000-8000-000000000000';

describe('somebody who does it too often is told how long to wait', () => {
  let member: Caller;
  beforeAll(async () => (member = await known(app, 'Mira Okafor', ['client', 'provider'])));

  it.each<[LimitKind, () => Promise<Answer>]>([
    ['codes', () => app.guest().post('/api/accounts/verify-email/resend', { email: 'a@b.test' })],
    ['uploads', () => member.post('/api/files', file)],
    ['proposals', () => member.post(`/api/jobs/${nowhere}/proposals`, {})],
    [
      'payments',
      () => member.post('/api/payments/deposits', {}, { 'idempotency-key': 'abcdefgh' }),
    ],
  ])('by %s', async (kind, send) => {
    const { points } = limitKinds[kind];
    isTooMany(await until429(send, points + 1), kind);
  });

  it('by guessing passwords, which is slowed down long before it is too often', async () => {
    const wrong = { email: 'a@b.test', password: 'wrong' };
    const send = () => app.guest().post('/api/accounts/login', wrong);
    const { headers, body } = await until429(send, limitKinds.login.points + 1);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(['request.too_many', 'accounts.login_delayed']).toContain(body['code']);
  });

  it('by wrong codes, while an office that gets them right is never held up', async () => {
    const people = [await Member.signedUp(app), await Member.signedUp(app)];
    const seeds = [];
    for (const person of people) seeds.push((await person.withApp()).seed);
    const office = { key: '127.0.0.1', address: '127.0.0.1' };
    const { points } = limitKinds.verification;
    for (let spent = 1; spent < points; spent += 1)
      await app.app.get(Limits).spend('verification', office);
    for (const [at, person] of people.entries()) {
      const { jar } = await person.logIn();
      const right = { method: 'totp', code: await codeOf(seeds[at] ?? '') };
      const answer = await person.post('/api/accounts/login/factor', right, jar);
      expect(answer).toMatchObject({ status: 200 });
    }
    const [person] = people;
    const { jar } = await person!.logIn();
    const wrong = () =>
      person!.post('/api/accounts/login/factor', { method: 'totp', code: '000000' }, jar);
    expect(await wrong()).toMatchObject({ body: { code: 'accounts.code_invalid' } });
    isTooMany(await wrong(), 'verification');
  });

  it('by the messages they write and the keys they ask for anew', async () => {
    const limits = app.app.get(Limits);
    for (const kind of ['login', 'messages', 'reset'] as const) {
      const who = { key: 'somebody', address: '192.0.2.1' };
      for (let spent = 0; spent < limitKinds[kind].points; spent += 1)
        await limits.spend(kind, who);
      const refused = limits.spend(kind, who);
      await expect(refused).rejects.toMatchObject({ code: 'request.too_many' });
    }
  });

  it('is known to the staff by kind, and by who was refused most', async () => {
    const staff = await known(app, 'Sam Ops', ['superadmin']);
    const { status, body } = await staff.get('/api/admin/limits');
    expect(status).toBe(200);
    // The screen reads it by the same schema.
    expect(limitsShown.safeParse(body).error).toBeUndefined();
    const items = body['items'] as { kind: string; refusedLastDay: number; active: number }[];
    const uploads = items.find(({ kind }) => kind === 'uploads');
    expect(uploads).toMatchObject({ refusedLastDay: 1, active: 1, points: 120, whenAway: 'open' });
    const refused = body['refused'] as { kind: string; account: object | null; times: number }[];
    expect(refused.find(({ kind }) => kind === 'uploads')).toMatchObject({
      address: '127.0.0.1',
      account: { id: member.id, name: 'Mira Okafor' },
      times: 1,
    });
    expect((await member.get('/api/admin/limits')).status).toBe(403);
  });
});

describe('everything that one place sends', () => {
  it('is limited by address and by account, each on its own', async () => {
    const small = await TestApp.start({
      REQUESTS_PER_MINUTE: '5',
      ACCOUNT_REQUESTS_PER_MINUTE: '3',
    });
    try {
      const from = (address: string) => ({ 'x-forwarded-for': address });
      const guest = () => small.guest().get('/api/search/jobs', from('192.0.2.1'));
      isTooMany(await until429(guest, 6), 'address');
      expect((await small.guest().get('/api/search/jobs', from('192.0.2.2'))).status).toBe(200);
      const member = small.as(['client']);
      let place = 0;
      const roaming = () =>
        member.get('/api/search/jobs', from(`198.51.100.${String((place += 1))}`));
      isTooMany(await until429(roaming, 4), 'account');
      expect(place).toBe(4);
    } finally {
      await small.stop();
    }
  });

  it('comes from where the connection comes from, unless a trusted proxy says otherwise', async () => {
    const strict = await TestApp.start({ REQUESTS_PER_MINUTE: '2', TRUSTED_PROXIES: '10.9.9.9' });
    try {
      let forged = 0;
      const send = () =>
        strict
          .guest()
          .get('/api/search/jobs', { 'x-forwarded-for': `192.0.2.${String((forged += 1))}` });
      isTooMany(await until429(send, 3), 'address');
    } finally {
      await strict.stop();
    }
  });
});

describe('while nobody can count', () => {
  it('what can be guessed at is refused, and what people work on goes on', async () => {
    const away = await TestApp.start({ REDIS_URL: 'redis://127.0.0.1:9' });
    try {
      const limits = away.app.get(Limits);
      const who = { key: 'somebody', address: '192.0.2.1' };
      for (const kind of ['login', 'codes', 'reset', 'register', 'verification'] as const)
        await expect(limits.spend(kind, who)).rejects.toThrow();
      for (const kind of ['proposals', 'messages', 'uploads', 'payments'] as const)
        await expect(limits.spend(kind, who)).resolves.toBeUndefined();
      const login = { email: 'a@b.test', password: 'x' };
      expect(await away.guest().post('/api/accounts/login', login)).toMatchObject({
        status: 503,
        body: { code: 'server.database_gone' },
      });
      // In memory, but counted.
      for (let sent = 1; sent < limitKinds.proposals.points; sent += 1)
        await limits.spend('proposals', who);
      await expect(limits.spend('proposals', who)).rejects.toBeInstanceOf(Rejection);
    } finally {
      await away.stop();
    }
  });
});

const engines = redisServer === undefined ? ['postgresql'] : ['postgresql', 'redis'];

describe.each(engines)('on %s', (engine) => {
  it('two processes count together', async () => {
    const { url } = await testDatabase();
    const redis = engine === 'redis' ? { REDIS_URL: await testRedis() } : {};
    const start = () => TestApp.start({ DATABASE_URL: url, ...redis });
    const apps = [await start(), await start()];
    try {
      const who = { key: `shared ${engine} ${String(Date.now())}`, address: '192.0.2.1' };
      for (let spent = 0; spent < limitKinds.proposals.points; spent += apps.length)
        for (const { app: one } of apps) await one.get(Limits).spend('proposals', who);
      for (const { app: one } of apps)
        await expect(one.get(Limits).spend('proposals', who)).rejects.toMatchObject({
          code: 'request.too_many',
        });
    } finally {
      for (const one of apps) await one.stop();
    }
  });
});
