import { TestApp, type Answer } from '../support/app';
import { codeOf, Jar, Member, wrongCodeFor } from '../support/members';

let app: TestApp;
beforeAll(async () => (app = await TestApp.start()));
afterAll(() => app.stop());
afterEach(() => jest.restoreAllMocks());

const outcome = ({ status, body }: Answer) => [status, body['code']];
const byApp = (member: Member, code: string, jar: Jar) =>
  member.post('/api/accounts/login/factor', { method: 'totp', code }, jar);
const byRecovery = (member: Member, code: string, jar: Jar) =>
  member.post('/api/accounts/login/factor', { method: 'recovery', code }, jar);

describe('an authenticator app', () => {
  it('is added by who showed just now that it is them, and by nobody else', async () => {
    const member = await Member.signedUp(app);
    expect(outcome(await member.post('/api/factors/totp'))).toEqual([
      403,
      'accounts.step_up_required',
    ]);
    const { recoveryCodes } = await member.withApp();
    expect(recoveryCodes).toHaveLength(10);
    const { body } = await member.get('/api/factors');
    expect(body).toMatchObject({ totp: true, recoveryCodesLeft: 10 });
    expect(await member.facts()).toEqual(
      expect.arrayContaining(['FactorAdded', 'RecoveryCodesMade']),
    );
  });

  it('keeps its seed sealed and shows it once', async () => {
    const member = await Member.signedUp(app);
    const { seed, recoveryCodes } = await member.withApp();
    const [row] = await app.database.query<{ seed: string }>(
      'select seed from totp_factors where account_id = $1',
      [member.id],
    );
    expect(row?.seed).toMatch(/^sealed:1:/);
    const again = await member.post('/api/factors/totp', {}, member.jar, member.proof());
    expect(outcome(again)).toEqual([409, 'factors.already_added']);
    const leaked = await app.database.query(
      `select 1 from record.events e, recovery_codes r where e.raw like $1 or r::text like $2`,
      [`%${seed}%`, `%${recoveryCodes[0] ?? ''}%`],
    );
    expect(leaked).toHaveLength(0);
  });

  it('is asked for after the right password, and only then somebody is in, in a new session', async () => {
    const member = await Member.signedUp(app);
    const { seed } = await member.withApp();
    const { answer, jar } = await member.logIn();
    expect(answer.body).toEqual({ next: 'factor', methods: ['totp', 'recovery'], phone: null });
    expect(jar.isIn).toBe(false);
    expect((await member.get('/api/accounts/me', jar)).status).toBe(401);
    const code = await codeOf(seed);
    expect(outcome(await byApp(member, wrongCodeFor(code), jar))).toEqual([
      422,
      'accounts.code_invalid',
    ]);
    const entered = await byApp(member, code, jar);
    expect([entered.status, entered.body['id']]).toEqual([200, member.id]);
    jar.keep(entered);
    expect(jar.cookies.has('gh_ticket')).toBe(false);
    const { body } = await member.get('/api/accounts/sessions', jar);
    expect((body as unknown as { items: object[] }).items).toHaveLength(2);
  });

  it('takes no code twice, nor one that is older than the last', async () => {
    jest.spyOn(Date, 'now').mockReturnValue(Math.floor(Date.now() / 30_000) * 30_000 + 15_000);
    const member = await Member.signedUp(app);
    const { seed } = await member.withApp();
    const first = await member.logIn();
    const second = await member.logIn();
    expect((await byApp(member, await codeOf(seed), first.jar)).status).toBe(200);
    for (const steps of [0, -1])
      expect((await byApp(member, await codeOf(seed, steps), second.jar)).status).toBe(422);
    expect((await byApp(member, await codeOf(seed, 1), second.jar)).status).toBe(200);
  });

  it('forgives a clock that is half a minute off, and no more', async () => {
    jest.spyOn(Date, 'now').mockReturnValue(Math.floor(Date.now() / 30_000) * 30_000 + 15_000);
    const member = await Member.signedUp(app);
    const { seed } = await member.withApp();
    const { jar } = await member.logIn();
    for (const steps of [-2, 2])
      expect((await byApp(member, await codeOf(seed, steps), jar)).status).toBe(422);
    expect((await byApp(member, await codeOf(seed, -1), jar)).status).toBe(200);
  });

  it('locks for a quarter of an hour after five wrong codes, recovery codes included', async () => {
    const member = await Member.signedUp(app);
    const { seed, recoveryCodes } = await member.withApp();
    const { jar } = await member.logIn();
    for (let i = 0; i < 4; i += 1) await byApp(member, wrongCodeFor(await codeOf(seed)), jar);
    await byRecovery(member, 'nothing of the kind', jar);
    const locked = await byApp(member, await codeOf(seed), jar);
    expect(outcome(locked)).toEqual([429, 'accounts.code_locked']);
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(800);
    expect((await byRecovery(member, recoveryCodes[0] ?? '', jar)).status).toBe(429);
    await app.database.query('update factor_locks set locked_until = now()');
    expect((await byApp(member, await codeOf(seed), jar)).status).toBe(200);
  });

  it('goes with its recovery codes when its owner removes it', async () => {
    const member = await Member.signedUp(app);
    await member.withApp();
    expect((await member.delete('/api/factors/totp')).status).toBe(403);
    const { status } = await member.delete('/api/factors/totp', member.jar, member.proof());
    expect(status).toBe(204);
    expect((await member.get('/api/factors')).body).toMatchObject({
      totp: false,
      recoveryCodesLeft: 0,
    });
    expect((await member.logIn()).jar.isIn).toBe(true);
  });
});

describe('half a log-in', () => {
  it('is worth nothing without its cookie, after ten minutes, and a second time', async () => {
    const member = await Member.signedUp(app);
    const { seed } = await member.withApp();
    const { jar } = await member.logIn();
    const ended = [401, 'accounts.ticket_ended'];
    expect(outcome(await byApp(member, await codeOf(seed), new Jar()))).toEqual(ended);
    const kept = new Jar();
    kept.cookies.set('gh_ticket', jar.cookies.get('gh_ticket') ?? '');
    expect((await byApp(member, await codeOf(seed), jar)).status).toBe(200);
    await app.database.query('update totp_factors set last_step = 0');
    expect(outcome(await byApp(member, await codeOf(seed), kept))).toEqual(ended);
    const late = await member.logIn();
    await app.database.query('update login_tickets set expires_at = now()');
    expect(outcome(await byApp(member, await codeOf(seed), late.jar))).toEqual(ended);
  });

  it('is what a link by mail comes to as well', async () => {
    const member = await Member.signedUp(app);
    await member.withApp();
    await app.guest().post('/api/accounts/login/link', { email: member.email });
    const { token } = await member.mailed('log_in');
    const redeem = () => app.guest().post('/api/accounts/login/link/redeem', { token });
    const first = await redeem();
    expect(first.body).toMatchObject({ next: 'factor' });
    expect(new Jar().keep(first).isIn).toBe(false);
    expect(outcome(await redeem())).toEqual([422, 'accounts.link_invalid']);
  });
});

describe('a recovery code', () => {
  it('opens once, and new ones void the old', async () => {
    const member = await Member.signedUp(app);
    const { recoveryCodes } = await member.withApp();
    const [first = '', second = ''] = recoveryCodes;
    const one = await member.logIn();
    expect((await byRecovery(member, first.toUpperCase(), one.jar)).status).toBe(200);
    expect(await member.facts()).toContain('RecoveryCodeUsed');
    const two = await member.logIn();
    expect((await byRecovery(member, first, two.jar)).status).toBe(422);
    const path = '/api/factors/recovery-codes';
    const { body } = await member.post(path, {}, member.jar, member.proof());
    const [fresh = ''] = body['recoveryCodes'] as string[];
    expect((await byRecovery(member, second, two.jar)).status).toBe(422);
    expect((await byRecovery(member, fresh, two.jar)).status).toBe(200);
  });

  it('lets somebody replace a lost phone, and moves no money', async () => {
    const member = await Member.signedUp(app);
    const { recoveryCodes } = await member.withApp();
    const shown = (purpose: string, code = '') => {
      const proof = { method: 'recovery', code };
      return member.post('/api/accounts/step-up/verify', { purpose, proof });
    };
    expect((await shown('payout', recoveryCodes[0])).status).toBe(422);
    const { body } = await shown('security', recoveryCodes[0]);
    const token = { 'x-step-up': String(body['token']) };
    expect((await member.delete('/api/factors/totp', member.jar, token)).status).toBe(204);
  });
});

describe('a second look', () => {
  const ask = (member: Member, purpose = 'payout') =>
    member.post('/api/accounts/step-up', { purpose });
  const verify = (member: Member, proof: object, purpose = 'payout') =>
    member.post('/api/accounts/step-up/verify', { purpose, proof });

  it('is by mail where there is nothing else', async () => {
    const member = await Member.signedUp(app);
    expect((await ask(member)).body).toEqual({ accepted: true, methods: ['mail'] });
    const { code } = await member.mailed('step_up_payout');
    expect((await verify(member, { method: 'mail', code })).status).toBe(200);
  });

  it('is by the app where there is one, and a code that was sent counts no more', async () => {
    const member = await Member.signedUp(app);
    await ask(member);
    const { code: sent } = await member.mailed('step_up_payout');
    const { seed } = await member.withApp();
    expect((await ask(member)).body).toMatchObject({ methods: ['totp'] });
    expect((await verify(member, { method: 'mail', code: sent })).status).toBe(422);
    expect((await verify(member, { method: 'totp', code: await codeOf(seed) })).status).toBe(200);
  });

  it('holds for its purpose, its session and five minutes', async () => {
    const member = await Member.signedUp(app);
    const other = await member.logIn();
    await ask(member, 'security');
    const { code } = await member.mailed('step_up_security');
    const { body } = await verify(member, { method: 'mail', code }, 'security');
    const token = { 'x-step-up': String(body['token']) };
    const begin = (jar: Jar, more: object) => member.post('/api/factors/totp', {}, jar, more);
    expect((await begin(other.jar, token)).status).toBe(403);
    expect((await begin(member.jar, member.proof('payout'))).status).toBe(403);
    expect((await begin(member.jar, token)).status).toBe(200);
    const now = Date.now();
    jest.spyOn(Date, 'now').mockReturnValue(now + 301_000);
    expect((await begin(member.jar, token)).status).toBe(403);
  });
});
