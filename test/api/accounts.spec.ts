import { CodeOf } from '../../apps/api/src/people/accounts';
import { QueryBus } from '@nestjs/cqrs';
import { TestApp, type Answer } from '../support/app';
import { Member } from '../support/members';

let app: TestApp;
beforeAll(async () => (app = await TestApp.start()));
afterAll(() => app.stop());

let people = 0;
const someone = () => ({
  email: `person${String((people += 1))}@example.test`,
  password: 'correct horse battery',
  name: 'Layla Haddad',
  roles: ['provider'],
  country: 'EG',
  timeZone: 'Africa/Cairo',
  locale: 'ar',
});

interface Sent {
  readonly cookies: Map<string, string>;
  readonly raw: string[];
}

function cookiesOf({ headers }: Answer): Sent {
  const raw = [headers['set-cookie'] ?? []].flat() as string[];
  const cookies = new Map(raw.map((one) => one.split(';')[0]?.split('=') as [string, string]));
  return { cookies, raw };
}

async function lastChallenge(email: string, purpose = 'email'): Promise<string> {
  const [row] = await app.database.query<{ id: string }>(
    `select c.id from challenges c join accounts a on a.id = c.account_id
      where a.email = $1 and c.purpose = $2 order by c.created_at desc limit 1`,
    [email, purpose],
  );
  return row?.id ?? '';
}

const secretsOf = async (email: string, purpose?: string) =>
  app.app.get(QueryBus).execute(new CodeOf(await lastChallenge(email, purpose)));

async function registered() {
  const person = someone();
  await app.guest().post('/api/accounts', person);
  const secrets = await secretsOf(person.email);
  return { person, ...secrets };
}

async function verified() {
  const { person, token } = await registered();
  const answer = await app.guest().post('/api/accounts/verify-email', { token });
  const { cookies } = cookiesOf(answer);
  const headers = { authorization: `Bearer ${cookies.get('gh_access') ?? ''}` };
  return { person, viewer: answer.body as { id: string }, cookies, headers };
}

const refresh = (token = '') =>
  app.guest().post('/api/accounts/refresh', undefined, { cookie: `gh_refresh=${token}` });

const facts = async (accountId: string) =>
  (
    await app.database.query<{ type: string }>(
      'select type from record.events where stream = $1 order by version',
      [`account-${accountId}`],
    )
  ).map(({ type }) => type);

describe('registering', () => {
  it('answers the same for a new address and a known one, and tells only the owner', async () => {
    const { person, viewer } = await verified();
    const again = await app.guest().post('/api/accounts', { ...person, name: 'Somebody Else' });
    const fresh = await app.guest().post('/api/accounts', someone());
    expect(again.status).toBe(202);
    expect([again.status, again.body]).toEqual([fresh.status, fresh.body]);
    expect(await facts(viewer.id)).toContain('RegistrationRepeated');
  });

  it('refuses unknown keys, short passwords and broken addresses, each by its path', async () => {
    const { status, body } = await app
      .guest()
      .post('/api/accounts', { ...someone(), password: 'short', email: 'nobody', admin: true });
    expect(status).toBe(400);
    const paths = (body as unknown as { errors: { path: string; code: string }[] }).errors;
    expect(paths.map(({ path }) => path)).toEqual(expect.arrayContaining(['password', 'email']));
    expect(paths.find(({ path }) => path === 'password')?.code).toBe('accounts.password_short');
  });

  it('keeps the password as argon2id and no code at all', async () => {
    const { person, code = '', token = '' } = await registered();
    const [row] = await app.database.query<{ password_hash: string }>(
      'select password_hash from accounts where email = $1',
      [person.email],
    );
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const stored = await app.database.query(
      `select 1 from challenges c, record.events e where c::text || e.raw like $1 or e.raw like $2`,
      [`%${token}%`, `%"${code}"%`],
    );
    expect(stored).toHaveLength(0);
  });
});

describe('the address', () => {
  it('is proved by the link, once, and that signs in', async () => {
    const { person, token } = await registered();
    const first = await app.guest().post('/api/accounts/verify-email', { token });
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({
      email: person.email,
      emailVerified: true,
      tier: 'T0',
      activeRole: 'provider',
    });
    const { cookies, raw } = cookiesOf(first);
    expect([...cookies.keys()]).toEqual(['gh_access', 'gh_refresh', 'gh_device']);
    expect(raw[0]).toMatch(/Path=\/; HttpOnly; SameSite=Lax/);
    expect(raw[1]).toMatch(/Path=\/api\/accounts; HttpOnly; SameSite=Lax/);
    const second = await app.guest().post('/api/accounts/verify-email', { token });
    expect([second.status, second.body]).toMatchObject([
      422,
      { code: 'accounts.verification_invalid' },
    ]);
  });

  it('is proved by the six digits too; five wrong ones close the door for a while', async () => {
    const { person, code = '' } = await registered();
    const wrong = code === '000000' ? '000001' : '000000';
    const guess = (digits: string) =>
      app.guest().post('/api/accounts/verify-email', { email: person.email, code: digits });
    for (let i = 0; i < 5; i += 1)
      expect((await guess(wrong)).body).toMatchObject({ code: 'accounts.verification_invalid' });
    const locked = await guess(code);
    expect([locked.status, locked.body]).toMatchObject([429, { code: 'accounts.code_locked' }]);
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(800);
    await app.database.query(`update code_locks set locked_until = now()`);
    expect((await guess(code)).status).toBe(200);
  });

  it('is not proved by a link that is older than a day or was made up', async () => {
    const { person, token = '' } = await registered();
    const forged = await app
      .guest()
      .post('/api/accounts/verify-email', { token: token.replace(/.$/, '-') });
    expect(forged.status).toBe(422);
    await app.database.query(`update challenges set expires_at = now() where id = $1`, [
      await lastChallenge(person.email),
    ]);
    const late = await app.guest().post('/api/accounts/verify-email', { token });
    expect(late.body).toMatchObject({ code: 'accounts.verification_invalid' });
  });

  it('gets a second mail on request, but not twice within a minute', async () => {
    const { person } = await registered();
    const first = await lastChallenge(person.email);
    const again = () =>
      app.guest().post('/api/accounts/verify-email/resend', { email: person.email });
    expect((await again()).status).toBe(202);
    expect(await lastChallenge(person.email)).toBe(first);
    await app.database.query(
      `update challenges set created_at = created_at - interval '61 s' where id = $1`,
      [first],
    );
    await again();
    expect(await lastChallenge(person.email)).not.toBe(first);
  });
});

describe('logging in', () => {
  it('needs the right password and a proved address, in that order', async () => {
    const { person } = await registered();
    const enter = (password: string) =>
      app.guest().post('/api/accounts/login', { email: person.email, password });
    expect((await enter('not the password')).body).toMatchObject({
      code: 'accounts.wrong_credentials',
    });
    expect((await enter(person.password)).body).toMatchObject({
      code: 'accounts.email_unverified',
    });
    const stranger = await app
      .guest()
      .post('/api/accounts/login', { email: 'x@example.test', password: 'y' });
    expect([stranger.status, stranger.body]).toMatchObject([
      401,
      { code: 'accounts.wrong_credentials' },
    ]);
  });

  it('warns of a device that was never seen before', async () => {
    const { person, viewer } = await verified();
    const agent = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/150.0' };
    const { email, password } = person;
    await app.guest().post('/api/accounts/login', { email, password }, agent);
    expect(await facts(viewer.id)).toContain('NewDeviceSeen');
  });
});

describe('a session', () => {
  it('goes on with the next refresh token', async () => {
    const { cookies } = await verified();
    const answer = await refresh(cookies.get('gh_refresh'));
    expect(answer.status).toBe(200);
    const next = cookiesOf(answer).cookies;
    expect(next.get('gh_refresh')).not.toBe(cookies.get('gh_refresh'));
    const me = await app
      .guest()
      .get('/api/accounts/me', { cookie: `gh_access=${next.get('gh_access') ?? ''}` });
    expect(me.status).toBe(200);
  });

  it('ends for thief and owner alike when a used refresh token comes back', async () => {
    const { cookies, viewer } = await verified();
    const next = cookiesOf(await refresh(cookies.get('gh_refresh'))).cookies;
    await app.database.query(`update refresh_tokens set used_at = used_at - interval '1 min'`);
    const stolen = await refresh(cookies.get('gh_refresh'));
    expect([stolen.status, stolen.body]).toMatchObject([401, { code: 'accounts.session_ended' }]);
    expect((await refresh(next.get('gh_refresh'))).status).toBe(401);
    expect(await facts(viewer.id)).toContain('RefreshReused');
  });

  it('survives two tabs that refresh in the same moment', async () => {
    const { cookies } = await verified();
    const [one, two] = await Promise.all([
      refresh(cookies.get('gh_refresh')),
      refresh(cookies.get('gh_refresh')),
    ]);
    expect([one.status, two.status]).toEqual([200, 200]);
  });

  it('is listed, and ended by its owner only', async () => {
    const { headers, cookies } = await verified();
    const stranger = await verified();
    const list = await app.guest().get('/api/accounts/sessions', headers);
    const [mine] = (list.body as unknown as { items: { id: string; current: boolean }[] }).items;
    expect(mine?.current).toBe(true);
    const path = `/api/accounts/sessions/${mine?.id ?? ''}`;
    const shown = { ...stranger.headers, ...Member.proofOf(app, stranger.viewer.id) };
    expect((await app.guest().delete(path, shown)).status).toBe(404);
    expect((await app.guest().delete(path, headers)).status).toBe(204);
    expect((await refresh(cookies.get('gh_refresh'))).status).toBe(401);
  });

  it('ends with its cookies at log-out, even when the access token is dead', async () => {
    const { cookies } = await verified();
    const token = cookies.get('gh_refresh') ?? '';
    const out = await app
      .guest()
      .post('/api/accounts/logout', undefined, { cookie: `gh_refresh=${token}` });
    expect(out.status).toBe(204);
    expect(cookiesOf(out).cookies.get('gh_refresh')).toBe('');
    expect((await refresh(token)).status).toBe(401);
  });
});

describe('the account', () => {
  it('takes a second market role and keeps it in the next token', async () => {
    const { headers } = await verified();
    const both = { roles: ['provider', 'client'], activeRole: 'client', locale: 'en' };
    const { status, body } = await app.guest().patch('/api/accounts/me', both, headers);
    expect([status, body]).toMatchObject([200, both]);
  });

  it('cannot act in a role that it does not have, nor make itself staff', async () => {
    const { headers } = await verified();
    const change = (input: object) => app.guest().patch('/api/accounts/me', input, headers);
    expect((await change({ activeRole: 'client' })).body).toMatchObject({
      code: 'accounts.role_missing',
    });
    expect((await change({ roles: ['superadmin'] })).status).toBe(400);
  });

  it('is found by staff and by nobody else', async () => {
    const { viewer } = await verified();
    const path = '/api/admin/accounts?q=layla&role=provider&limit=2';
    const found = await app.as(['support']).get(path);
    expect((found.body as unknown as { items: unknown[]; next: string }).items).toHaveLength(2);
    const { body } = await app.as(['support']).get(`/api/admin/accounts/${viewer.id}`);
    expect(body).toMatchObject({ id: viewer.id, contracts: 0, sessions: [{ current: false }] });
    expect((await app.as(['client']).get(path)).status).toBe(403);
    expect((await app.guest().get(path)).status).toBe(401);
  });
});
