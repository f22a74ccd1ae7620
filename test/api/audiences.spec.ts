import { JwtService } from '@nestjs/jwt';
import { randomUUIDv7 } from 'node:crypto';
import { TestApp } from '../support/app';
import { known } from '../support/market';
import { Jar, Member, password } from '../support/members';

const former = 'the secret that was in use until yesterday';
const now = 'a secret that is in use since this morning';
const claims = { roles: [], sid: randomUUIDv7(), mfa: true, aud: ['marketplace', 'console'] };

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({
    ...{ AUTH_SECRET: now, AUTH_PREVIOUS_SECRET: former },
    ...{ FILES_SECRET: `${now} for files`, FILES_PREVIOUS_SECRET: `${former} for files` },
  });
});
afterAll(() => app.stop());

const from = (origin: string) => ({ origin });
const signedBy = (secret: string, sub: string, more = {}) =>
  app.bearing(new JwtService({ secret }).sign({ ...claims, sub, ...more }));

describe('an access token', () => {
  async function loggedInAt(origin: string | undefined) {
    const member = await Member.signedUp(app);
    const jar = new Jar();
    const input = { email: member.email, password };
    jar.keep(await app.guest().post('/api/accounts/login', input, origin ? from(origin) : {}));
    // The roles are asked for at every request; which app it is for is in the token.
    await app.appoint(member, 'compliance');
    await app.database.query('update sessions set with_factor = true where account_id = $1', [
      member.id,
    ]);
    jar.keep(await member.post('/api/accounts/refresh', {}, jar, origin ? from(origin) : {}));
    return { member, jar };
  }
  const statuses = async ({ member, jar }: { member: Member; jar: Jar }) => [
    (await member.get('/api/accounts/me', jar)).status,
    (await member.get('/api/admin/accounts', jar)).status,
  ];

  it('of the marketplace opens nothing at the desk of the console', async () => {
    expect(await statuses(await loggedInAt('http://market.test'))).toEqual([200, 401]);
  });

  it('of the console opens both, and so does one that a program asked for', async () => {
    expect(await statuses(await loggedInAt('http://admin.test'))).toEqual([200, 200]);
    expect(await statuses(await loggedInAt(undefined))).toEqual([200, 200]);
  });

  it('that is for nobody, or for somebody else, opens nothing', async () => {
    const { id } = await known(app, 'Mira Okafor', ['client']);
    expect((await signedBy(now, id).get('/api/accounts/me')).status).toBe(200);
    for (const aud of [undefined, [], 'elsewhere', ['elsewhere']])
      expect((await signedBy(now, id, { aud }).get('/api/accounts/me')).status).toBe(401);
  });
});

describe('after a secret was changed', () => {
  it('what the former one signed goes on, what no secret signed does not', async () => {
    const { id } = await known(app, 'Mira Okafor', ['client']);
    expect((await signedBy(former, id).get('/api/accounts/me')).status).toBe(200);
    expect((await signedBy('x'.repeat(40), id).get('/api/accounts/me')).status).toBe(401);
  });

  it('everything new is signed by the new one', async () => {
    const member = await Member.signedUp(app);
    const token = member.jar.cookies.get('gh_access') ?? '';
    const verified = (secret: string) => new JwtService({ secret }).verify<{ sub: string }>(token);
    expect(verified(now).sub).toBe(member.id);
    expect(() => verified(former)).toThrow();
  });

  it('links that are under way still prove an address', async () => {
    const before = await TestApp.start({ AUTH_SECRET: former });
    const email = 'under-way@example.test';
    await before.guest().post('/api/accounts', {
      ...{ email, password, name: 'Layla Haddad', roles: ['client'] },
      ...{ country: 'EG', timeZone: 'Africa/Cairo', locale: 'en' },
    });
    const [row] = await before.database.query<{ id: string }>(
      'select c.id from challenges c join accounts a on a.id = c.account_id where a.email = $1',
      [email],
    );
    const { token, code } = await Member.linkOf(before, row?.id ?? '');
    const after = await TestApp.start({
      ...{ AUTH_SECRET: now, AUTH_PREVIOUS_SECRET: former },
      DATABASE_URL: before.url,
    });
    const wrong = code === '000000' ? '000001' : '000000';
    const tried = await after.guest().post('/api/accounts/verify-email', { email, code: wrong });
    expect(tried.status).toBe(422);
    expect((await after.guest().post('/api/accounts/verify-email', { token })).status).toBe(200);
    await Promise.all([before.stop(), after.stop()]);
  });
});
