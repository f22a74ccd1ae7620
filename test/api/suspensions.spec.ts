import { accountDetail } from '@wire/accounts';
import { TestApp } from '../support/app';
import { known, type Known } from '../support/market';
import { Member, codeOf } from '../support/members';

let app: TestApp;
let desk: Known;
beforeAll(async () => {
  app = await TestApp.start();
  desk = await known(app, 'Carla Compliance', ['compliance']);
});
afterAll(() => app.stop());

const why = { reason: 'security', note: 'Ticket 4711: the mailbox was taken over.' };
const suspend = (id: string, by = desk) => by.post(`/api/admin/accounts/${id}/suspend`, why);
const reinstate = (id: string) =>
  desk.post(`/api/admin/accounts/${id}/reinstate`, { note: 'Ticket 4711: it is theirs again.' });

async function mails(member: Member): Promise<string[]> {
  await app.settle();
  const rows = await app.database.query<{ kind: string }>(
    'select kind from mail_log where account_id = $1',
    [member.id],
  );
  return rows.map(({ kind }) => kind);
}

describe('an account that is suspended', () => {
  it('is nobody’s at once: every session ends, and no way leads in', async () => {
    const member = await Member.signedUp(app);
    const { jar } = await member.logIn();
    expect((await suspend(member.id)).status).toBe(204);
    for (const one of [member.jar, jar]) {
      expect((await member.get('/api/accounts/me', one)).status).toBe(401);
      expect((await member.post('/api/accounts/refresh', {}, one)).status).toBe(401);
    }
    const again = await member.logIn();
    expect([again.answer.status, again.answer.body['code']]).toEqual([403, 'accounts.suspended']);
    // Who does not know the password does not learn it either.
    const guess = await member.logIn(undefined, 'not the password');
    expect(guess.answer.body['code']).toBe('accounts.wrong_credentials');
    expect(await mails(member)).toContain('account_suspended');
  });

  it('asks for the second factor before it says so', async () => {
    const member = await Member.signedUp(app);
    const { seed } = await member.withApp();
    await suspend(member.id);
    const { answer, jar } = await member.logIn();
    expect(answer.body['next']).toBe('factor');
    const proof = { method: 'totp', code: await codeOf(seed) };
    const { body } = await member.post('/api/accounts/login/factor', proof, jar);
    expect(body['code']).toBe('accounts.suspended');
  });

  it('opens nothing by an access token or a key of theirs that still lives', async () => {
    const member = await Member.signedUp(app);
    const made = await member.post(
      '/api/api-keys',
      { name: 'Books', scopes: ['wallet:read'], days: 30 },
      member.jar,
      member.proof('api_key'),
    );
    const key = String(made.body['key'] ?? made.body['secret'] ?? made.body['token']);
    const byKey = app.bearing(key);
    expect((await byKey.get('/api/wallet')).status).toBe(200);
    await suspend(member.id);
    expect((await byKey.get('/api/wallet')).status).toBe(401);
    await reinstate(member.id);
    expect((await byKey.get('/api/wallet')).status).toBe(200);
  });

  it('keeps its money where it is', async () => {
    const member = await Member.signedUp(app);
    const entries = () =>
      app.database.query('select count(*)::int as entries from ledger.entries', []);
    const before = await entries();
    await suspend(member.id);
    await app.settle();
    expect(await entries()).toEqual(before);
  });

  it('is shown to the staff with its reason, and opened again', async () => {
    const member = await Member.signedUp(app);
    const detail = async () => {
      const { body } = await desk.get(`/api/admin/accounts/${member.id}`);
      return accountDetail.parse(body).suspension;
    };
    await suspend(member.id);
    expect(await detail()).toMatchObject({ ...why, by: { id: desk.id, name: 'Carla Compliance' } });
    expect((await suspend(member.id)).body['code']).toBe('accounts.already_suspended');
    expect((await reinstate(member.id)).status).toBe(204);
    expect(await detail()).toBeNull();
    expect((await reinstate(member.id)).body['code']).toBe('accounts.not_suspended');
    expect((await member.logIn()).answer.status).toBe(200);
    expect(await member.facts()).toEqual(
      expect.arrayContaining(['AccountSuspended', 'AccountReinstated']),
    );
    expect(await mails(member)).toContain('account_reinstated');
  });

  it('is not one’s own, and not suspended by who only helps', async () => {
    expect((await suspend(desk.id)).body['code']).toBe('accounts.own_account');
    const member = await Member.signedUp(app);
    const support = await known(app, 'Sam Support', ['support']);
    expect((await suspend(member.id, support)).status).toBe(403);
    expect((await suspend('019a0000-0000-7000-8000-000000000000')).status).toBe(404);
  });
});

describe('sessions of a member', () => {
  it('are ended by an administrator, all at once, and the member is told', async () => {
    const member = await Member.signedUp(app);
    const { jar } = await member.logIn();
    const admin = await known(app, 'Ada Admin', ['superadmin']);
    const path = `/api/admin/accounts/${member.id}/sessions`;
    expect((await desk.delete(path)).status).toBe(403);
    expect((await admin.delete(path)).status).toBe(204);
    for (const one of [member.jar, jar])
      expect((await member.get('/api/accounts/me', one)).status).toBe(401);
    expect((await member.logIn()).answer.status).toBe(200);
    expect(await mails(member)).toContain('sessions_ended_by_staff');
  });
});

describe('somebody who gets halfway in', () => {
  const wrong = { method: 'totp', code: '000000' };
  const refusals = async (member: Member) =>
    (await member.facts()).filter((fact) => fact === 'SecondFactorRefused').length;

  it('at a strange browser is told to the owner at once, and once', async () => {
    const member = await Member.signedUp(app);
    await member.withApp();
    const { jar } = await member.logIn();
    for (let tried = 0; tried < 3; tried += 1)
      await member.post('/api/accounts/login/factor', wrong, jar);
    expect(await refusals(member)).toBe(1);
    expect(await mails(member)).toContain('second_factor_refused');
  });

  it('at the owner’s own browser may mistype twice', async () => {
    const member = await Member.signedUp(app);
    await member.withApp();
    const { jar } = await member.logIn(member.jar);
    for (const told of [0, 0, 1]) {
      await member.post('/api/accounts/login/factor', wrong, jar);
      expect(await refusals(member)).toBe(told);
    }
  });

  it('and whoever is in and cannot show it again is recorded', async () => {
    const member = await Member.signedUp(app);
    await member.withApp();
    const input = { purpose: 'payout', code: '000000' };
    const { body } = await member.post('/api/accounts/step-up/verify', input);
    expect(body['code']).toBe('accounts.code_invalid');
    expect(await member.facts()).toContain('StepUpRefused');
  });
});

it('nobody is put out of a session of theirs without a second look', async () => {
  const member = await Member.signedUp(app);
  const { jar } = await member.logIn();
  for (const path of ['/api/accounts/sessions', `/api/accounts/sessions/${desk.id}`])
    expect((await member.delete(path)).body['code']).toBe('accounts.step_up_required');
  expect((await member.get('/api/accounts/me', jar)).status).toBe(200);
});
