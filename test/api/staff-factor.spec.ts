import { TestApp } from '../support/app';
import { Authenticator } from '../support/authenticator';
import { codeOf, Jar, Member } from '../support/members';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());
beforeEach(() => app.database.query('delete from rate_limits'));

/** Somebody who was a member and is staff from now on, in the session that was open. */
async function appointed(): Promise<Member> {
  const member = await Member.signedUp(app);
  await app.appoint(member, 'compliance');
  return member;
}

const missing = { status: 403, body: { code: 'accounts.factor_missing' } };
const desk = '/api/admin/approvals';

async function refreshed(member: Member): Promise<Jar> {
  return new Jar().keep(await member.post('/api/accounts/refresh'));
}

describe('staff without a second factor', () => {
  it('gets nowhere but to the setting up of one, and out', async () => {
    const staff = await appointed();
    const { answer, jar } = await staff.logIn();
    expect(answer).toMatchObject({ status: 200, body: { factorMissing: true } });
    for (const path of [desk, '/api/wallet', '/api/notifications', '/api/admin/staff'])
      expect([path, await staff.get(path, jar)]).toMatchObject([path, missing]);
    expect(await staff.post('/api/accounts/password', {}, jar)).toMatchObject(missing);
    expect(await staff.delete('/api/accounts/sessions', jar)).toMatchObject(missing);
    const me = await staff.get('/api/accounts/me', jar);
    expect(me).toMatchObject({ status: 200, body: { factorMissing: true } });
    expect(await staff.get('/api/factors', jar)).toMatchObject({ status: 200 });
    const asked = await staff.post('/api/accounts/step-up', { purpose: 'security' }, jar);
    expect(asked).toMatchObject({ status: 202, body: { methods: ['mail'] } });
    expect(await staff.post('/api/accounts/logout', {}, jar)).toMatchObject({ status: 204 });
  });

  it('is a guest where a route is for everybody', async () => {
    const staff = await appointed();
    const { jar } = await staff.logIn();
    expect(await staff.get(`/api/people?ids=${staff.id}`, jar)).toMatchObject({ status: 200 });
  });

  it('is held up in the session that was open before the roles came', async () => {
    const staff = await appointed();
    expect(await staff.get(desk)).toMatchObject(missing);
    expect(await staff.get(desk, await refreshed(staff))).toMatchObject(missing);
  });

  it('sets none up by the password alone', async () => {
    const staff = await appointed();
    expect(await staff.post('/api/factors/totp')).toMatchObject({
      body: { code: 'accounts.step_up_required' },
    });
  });

  it('is let in by the same session once an app is set up', async () => {
    const staff = await appointed();
    await staff.withApp();
    const jar = await refreshed(staff);
    expect((await staff.get('/api/accounts/me', jar)).body).not.toHaveProperty('factorMissing');
    expect(await staff.get(desk, jar)).toMatchObject({ status: 200 });
  });

  it('is let in by a passkey that it made', async () => {
    const staff = await appointed();
    const key = new Authenticator();
    const proof = staff.proof();
    const { body } = await staff.post('/api/factors/passkeys/options', {}, staff.jar, proof);
    const made = key.make(body['options'] as Parameters<Authenticator['make']>[0]);
    const wish = { ceremonyId: body['ceremonyId'], name: 'Key', response: made };
    await staff.post('/api/factors/passkeys', wish, staff.jar, proof);
    expect(await staff.get(desk, await refreshed(staff))).toMatchObject({ status: 200 });
  });

  it('is not helped by another session of theirs that has shown one', async () => {
    const staff = await appointed();
    const { jar: other } = await staff.logIn();
    await staff.withApp();
    const again = new Jar().keep(await staff.post('/api/accounts/refresh', {}, other));
    expect(await staff.get(desk, again)).toMatchObject(missing);
  });
});

describe('staff with a second factor', () => {
  it('is asked for it at every log-in, and then in', async () => {
    const staff = await appointed();
    const { seed } = await staff.withApp();
    const { answer, jar } = await staff.logIn();
    expect(answer).toMatchObject({ status: 200, body: { next: 'factor' } });
    expect(jar.isIn).toBe(false);
    const proof = { method: 'totp', code: await codeOf(seed) };
    const shown = await staff.post('/api/accounts/login/factor', proof, jar);
    expect(await staff.get(desk, jar.keep(shown))).toMatchObject({ status: 200 });
  });

  it('needs more than a code by text message', async () => {
    const staff = await appointed();
    await app.database.query(
      `update accounts set phone = '+919876500044', phone_verified_at = now() where id = $1`,
      [staff.id],
    );
    await staff.post('/api/factors/sms', {}, staff.jar, staff.proof());
    const { jar } = await staff.logIn();
    await staff.post('/api/accounts/login/factor/sms', {}, jar);
    const { code } = await staff.mailed('login_factor');
    const shown = await staff.post('/api/accounts/login/factor', { method: 'sms', code }, jar);
    expect(shown).toMatchObject({ status: 200, body: { factorMissing: true } });
    expect(await staff.get(desk, jar.keep(shown))).toMatchObject(missing);
  });

  it('keeps the last one until there is another', async () => {
    const staff = await appointed();
    await staff.withApp();
    const jar = await refreshed(staff);
    expect(await staff.delete('/api/factors/totp', jar, staff.proof())).toMatchObject({
      status: 409,
      body: { code: 'factors.last_of_staff' },
    });
    expect((await staff.get('/api/factors', jar)).body).toMatchObject({ totp: true });
  });
});
