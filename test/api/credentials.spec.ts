import { EndedSessions } from '@kernel/ended-sessions';
import { TestApp, type Answer } from '../support/app';
import { Jar, Member, password } from '../support/members';

let app: TestApp;
beforeAll(async () => (app = await TestApp.start()));
afterAll(() => app.stop());

const outcome = ({ status, body }: Answer) => [status, body['code']];
const fresh = 'nine brown otters swim';
const forgot = (email: string, headers = {}) =>
  app.guest().post('/api/accounts/password/forgot', { email }, headers);
const reset = (token: string, word = fresh) =>
  app.guest().post('/api/accounts/password/reset', { token, password: word });
const mailsOf = async ({ id }: Member) => {
  await app.settle();
  const rows = await app.database.query<{ kind: string }>(
    'select kind from mail_log where account_id = $1 order by id',
    [id],
  );
  return rows.map(({ kind }) => kind);
};

describe('a forgotten password', () => {
  it('is asked for with the same answer, whether the address is known or not', async () => {
    const member = await Member.signedUp(app);
    const [known, unknown] = [await forgot(member.email), await forgot('nobody@example.test')];
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    expect(await mailsOf(member)).toContain('password_reset');
  });

  it('is set anew by the link of the mail, once; every session ends and its owner is told', async () => {
    const member = await Member.signedUp(app);
    await forgot(member.email);
    const { token } = await member.mailed('reset');
    expect((await reset(token)).status).toBe(200);
    expect(outcome(await reset(token))).toEqual([422, 'accounts.link_invalid']);
    expect((await member.get('/api/accounts/me')).status).toBe(401);
    const refreshed = await member.post('/api/accounts/refresh');
    expect(outcome(refreshed)).toEqual([401, 'accounts.session_ended']);
    expect((await member.logIn()).answer.status).toBe(401);
    expect((await member.logIn(new Jar(), fresh)).jar.isIn).toBe(true);
    expect(await mailsOf(member)).toContain('password_changed');
  });

  it('does not let anybody past a second factor', async () => {
    const member = await Member.signedUp(app);
    await member.withApp();
    await forgot(member.email);
    const answer = await reset((await member.mailed('reset')).token);
    expect(new Jar().keep(answer).cookies.size).toBe(0);
    expect((await member.logIn(new Jar(), fresh)).answer.body).toMatchObject({ next: 'factor' });
  });

  it('has one link at a time, for half an hour, and none that is made up', async () => {
    const member = await Member.signedUp(app);
    await forgot(member.email);
    const older = await member.mailed('reset');
    await app.database.query(`update challenges set created_at = created_at - interval '61 s'`);
    await forgot(member.email);
    const newer = await member.mailed('reset');
    expect(newer.token).not.toBe(older.token);
    for (const token of [older.token, newer.token.replace(/.$/, '-')])
      expect(outcome(await reset(token))).toEqual([422, 'accounts.link_invalid']);
    expect(newer.token.split('.')[1]).toHaveLength(43);
    await app.database.query(`update challenges set expires_at = now() where purpose = 'reset'`);
    expect(outcome(await reset(newer.token))).toEqual([422, 'accounts.link_invalid']);
    const [row] = await app.database.query<{ seconds: string }>(
      `select extract(epoch from max(expires_at - created_at)) as seconds from challenges
        where purpose = 'log_in'`,
    );
    expect(Number(row?.seconds ?? 0)).toBeLessThanOrEqual(3_600);
  });

  it('keeps its link when the new password is refused', async () => {
    const member = await Member.signedUp(app);
    await forgot(member.email);
    const { token } = await member.mailed('reset');
    expect(outcome(await reset(token, 'LaylaHaddad1'))).toEqual([
      422,
      'accounts.password_personal',
    ]);
    expect(outcome(await reset(token, 'password1'))).toEqual([422, 'accounts.password_common']);
    expect((await reset(token)).status).toBe(200);
  });
});

describe('a password', () => {
  const change = (member: Member, current: string, word: string) =>
    member.post('/api/accounts/password', { current, password: word }, member.jar, member.proof());

  it('is changed by who knows the old one, and everybody else is out', async () => {
    const member = await Member.signedUp(app);
    const { jar } = await member.logIn();
    expect(outcome(await change(member, 'not it', fresh))).toEqual([
      422,
      'accounts.password_wrong',
    ]);
    expect((await change(member, password, fresh)).status).toBe(200);
    expect((await member.get('/api/accounts/me')).status).toBe(200);
    expect((await member.get('/api/accounts/me', jar)).status).toBe(401);
    expect(await mailsOf(member)).toContain('password_changed');
  });

  it('may be long, of any script, and counts to its last letter', async () => {
    const member = await Member.signedUp(app);
    const long = `${'كلمة '.repeat(20)}1`;
    expect((await change(member, password, long)).status).toBe(200);
    expect((await member.logIn(new Jar(), `${long.slice(0, -1)}2`)).answer.status).toBe(401);
    expect((await member.logIn(new Jar(), long)).jar.isIn).toBe(true);
  });
});

describe('an address', () => {
  it('is changed by a code to the new one; the old one is told', async () => {
    const member = await Member.signedUp(app);
    const ask = (more: object) =>
      member.post('/api/accounts/email', { email: 'layla@new.example' }, member.jar, more);
    expect(outcome(await ask({}))).toEqual([403, 'accounts.step_up_required']);
    await forgot(member.email);
    const { token } = await member.mailed('reset');
    expect((await ask(member.proof())).status).toBe(202);
    const { code } = await member.mailed('new_email');
    const { body } = await member.post('/api/accounts/email/verify', { code });
    expect(body).toMatchObject({ email: 'layla@new.example', emailVerified: true });
    expect(await mailsOf(member)).toEqual(
      expect.arrayContaining(['confirm_new_email', 'email_change_asked', 'email_changed']),
    );
    expect((await reset(token)).status).toBe(422);
  });

  it('that somebody has is not given away, nor told to be taken', async () => {
    const [member, other] = [await Member.signedUp(app), await Member.signedUp(app)];
    const ask = (email: string) =>
      member.post('/api/accounts/email', { email }, member.jar, member.proof());
    const [taken, free] = [await ask(other.email), await ask('free@new.example')];
    expect([taken.status, taken.body]).toEqual([free.status, free.body]);
    const { code } = await member.mailed('new_email');
    const { body } = await member.post('/api/accounts/email/verify', { code });
    expect(body['email']).toBe('free@new.example');
  });
});

describe('a code', () => {
  it('is good for ten minutes, while the link of the same mail goes on', async () => {
    const member = await Member.signedUp(app);
    await app.database.query('update accounts set email_verified_at = null where id = $1', [
      member.id,
    ]);
    await app.guest().post('/api/accounts/verify-email/resend', { email: member.email });
    const { code, token } = await member.mailed('email');
    await app.database.query(
      `update challenges set created_at = created_at - interval '601 seconds'
        where account_id = $1`,
      [member.id],
    );
    const byCode = await app
      .guest()
      .post('/api/accounts/verify-email', { email: member.email, code });
    expect([byCode.status, byCode.body['code']]).toEqual([422, 'accounts.verification_invalid']);
    expect((await app.guest().post('/api/accounts/verify-email', { token })).status).toBe(200);
  });
});

describe('a session', () => {
  it('that was ended is refused at the next request, token and all', async () => {
    const member = await Member.signedUp(app);
    const { jar } = await member.logIn();
    const { body } = await member.get('/api/accounts/sessions');
    const all = (body as unknown as { items: { id: string; current: boolean }[] }).items;
    const other = all.find(({ current }) => !current)?.id ?? '';
    expect(
      (await member.delete(`/api/accounts/sessions/${other}`, member.jar, member.proof())).status,
    ).toBe(204);
    expect((await member.get('/api/accounts/me', jar)).status).toBe(401);
    expect((await member.get('/api/accounts/me')).status).toBe(200);
  });

  it('that another process ended is known here after one look', async () => {
    const member = await Member.signedUp(app);
    const { body } = await member.get('/api/accounts/sessions');
    const [mine] = (body as unknown as { items: { id: string }[] }).items;
    await app.database.query('insert into ended_sessions values ($1, clock_timestamp())', [
      mine?.id,
    ]);
    expect((await member.get('/api/accounts/me')).status).toBe(200);
    await app.app.get(EndedSessions).look();
    expect((await member.get('/api/accounts/me')).status).toBe(401);
  });

  it('ends with all the others at one word, but not the one that says it', async () => {
    const member = await Member.signedUp(app);
    const others = [await member.logIn(), await member.logIn()];
    expect((await member.delete('/api/accounts/sessions', member.jar, member.proof())).status).toBe(
      204,
    );
    for (const { jar } of others)
      expect((await member.get('/api/accounts/me', jar)).status).toBe(401);
    expect((await member.get('/api/accounts/me')).status).toBe(200);
  });

  it('lasts ninety days and no longer, however busy it is', async () => {
    const member = await Member.signedUp(app);
    member.jar.keep(await member.post('/api/accounts/refresh'));
    await app.database.query(
      `update sessions set created_at = created_at - interval '91 days' where account_id = $1`,
      [member.id],
    );
    const { status, body } = await member.post('/api/accounts/refresh');
    expect([status, body['code']]).toEqual([401, 'accounts.session_ended']);
  });

  it('of staff rests eight hours at most', async () => {
    const member = await Member.signedUp(app);
    await app.appoint(member, 'support');
    await member.logIn();
    const [row] = await app.database.query<{ seconds: string }>(
      `select extract(epoch from t.expires_at - t.issued_at) as seconds from refresh_tokens t
          join sessions s on s.id = t.session_id where s.account_id = $1 order by s.id desc limit 1`,
      [member.id],
    );
    expect(Number(row?.seconds)).toBe(8 * 3_600);
  });
});
