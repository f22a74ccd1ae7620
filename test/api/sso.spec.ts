import type { Answer, TestApp } from '../support/app';
import { codeOf, Jar, Member } from '../support/members';
import { joined } from '../support/organisations';
import {
  colleague,
  comes,
  joinsBy,
  saveRules,
  ssoOf,
  withDirectory,
  withSso,
  type Corporate,
} from '../support/sso';

let corporate: Corporate;
let app: TestApp;
beforeAll(async () => {
  corporate = await withDirectory();
  app = corporate.app;
}, 30_000);
beforeEach(() => app.database.query('delete from rate_limits'));
afterAll(async () => {
  await app.stop();
  await corporate.sandbox.stop();
});

const outcome = ({ status, body }: Answer) => [status, body['code'] ?? body['next']];
const me = async (jar: Jar) => (await app.guest().get('/api/accounts/me', jar.headers)).body;
const roleOf = async (organisationId: string, accountId: unknown) => {
  const [row] = await app.database.query<{ role: string }>(
    'select role from org_members where organisation_id = $1 and account_id = $2',
    [organisationId, accountId],
  );
  return row?.role;
};
const mailsOf = async (kind: string, accountId: string) => {
  await app.settle();
  return app.database.query('select 1 from mail_log where kind = $1 and account_id = $2', [
    kind,
    accountId,
  ]);
};

describe('who comes from the issuer of their organisation', () => {
  it('joins it with the role for newcomers, and is in at the next time', async () => {
    const { house, domain } = await withSso(corporate);
    const who = { name: 'Amira Hassan', email: `amira@${domain}` };
    const { answer, jar } = await comes(app, house, who);
    expect(outcome(answer)).toEqual([200, 'arrived']);
    const { body } = await app.guest().get('/api/identities/arrival', jar.headers);
    expect(body).toMatchObject({ provider: 'sso', known: false, organisation: { id: house.id } });
    expect((await joinsBy(app, jar)).body).toMatchObject({ next: 'enter', returnTo: '/jobs' });
    const { id, email } = await me(jar);
    expect([email, await roleOf(house.id, id)]).toEqual([who.email, 'hirer']);
    const again = await comes(app, house, who);
    expect(outcome(again.answer)).toEqual([200, 'enter']);
    expect((await me(again.jar))['id']).toBe(id);
    const mine = await app.guest().get('/api/identities', again.jar.headers);
    expect(mine.body).toMatchObject({ items: [], organisations: [{ id: house.id }] });
  });

  it('comes as nobody where newcomers are not wanted or no seat is free', async () => {
    const { house, domain } = await withSso(corporate, { joins: false });
    const who = { name: 'Karim', email: `karim@${domain}` };
    const first = await comes(app, house, who);
    expect(outcome(first.answer)).toEqual([403, 'sso.not_a_member']);
    await saveRules(app, house, { joins: true });
    await app.database.query('update organisations set seats = 1 where id = $1', [house.id]);
    expect(outcome((await comes(app, house, who)).answer)).toEqual([409, 'organisations.no_seat']);
  });

  it('takes the seat that was kept for them, as what they were invited to be', async () => {
    const { house, domain } = await withSso(corporate, { joins: false });
    const email = `lina@${domain}`;
    const path = `/api/organisations/${house.id}/invitations`;
    await house.owner.post(path, { email, role: 'finance' });
    const { jar } = await comes(app, house, { name: 'Lina', email });
    await joinsBy(app, jar, 'Lina');
    expect(await roleOf(house.id, (await me(jar))['id'])).toBe('finance');
  });

  it('is linked at once where they are a member with that address already', async () => {
    const { house, domain } = await withSso(corporate);
    const member = await colleague(app, house, domain);
    const { answer, jar } = await comes(app, house, { name: 'C', email: member.email });
    expect(outcome(answer)).toEqual([200, 'enter']);
    expect((await me(jar))['id']).toBe(member.id);
    expect(await member.facts()).toContain('SsoIdentityLinked');
  });

  it('keeps what they showed there, and shows a second factor once where it is trusted', async () => {
    const { house, domain } = await withSso(corporate);
    const member = await colleague(app, house, domain);
    const { seed } = await member.withApp();
    const who = { name: 'C', email: member.email, factor: 'yes' };
    const asked = await comes(app, house, who);
    expect(outcome(asked.answer)).toEqual([200, 'factor']);
    const proof = { method: 'totp', code: await codeOf(seed) };
    const entered = await member.post('/api/accounts/login/factor', proof, asked.jar);
    expect(asked.jar.keep(entered).isIn).toBe(true);
    await saveRules(app, house, { trustsFactor: true });
    expect(outcome((await comes(app, house, who)).answer)).toEqual([200, 'enter']);
    const without = { name: 'C', email: member.email };
    expect(outcome((await comes(app, house, without)).answer)).toEqual([200, 'factor']);
    const sessions = await app.database.query<{ amr: string[]; with_factor: boolean }>(
      `select amr, with_factor from sessions where account_id = $1 and amr <> '{}' order by id`,
      [member.id],
    );
    const amr = ['pwd', 'otp', 'mfa'];
    expect(sessions).toEqual([
      { amr, with_factor: true },
      { amr, with_factor: true },
    ]);
  });
});

describe('where it is the only way in', () => {
  const only = [403, 'sso.only_way_in'];
  const enforced = async () => {
    const { house, domain } = await withSso(corporate);
    const member = await colleague(app, house, domain);
    await comes(app, house, { name: 'C', email: member.email });
    expect((await saveRules(app, house, { state: 'enforced' })).status).toBe(204);
    return { house, domain, member };
  };

  it('members with an address of the organisation come by nothing else', async () => {
    const { house, member } = await enforced();
    expect(outcome((await member.logIn()).answer)).toEqual(only);
    await member.post('/api/accounts/login/link', { email: member.email });
    const { token } = await member.mailed('log_in');
    const byMail = await app.guest().post('/api/accounts/login/link/redeem', { token });
    expect(outcome(byMail)).toEqual(only);
    expect(outcome((await comes(app, house, { name: 'C', email: member.email })).answer)).toEqual([
      200,
      'enter',
    ]);
  });

  it('tells so to nobody who does not know the password', async () => {
    const { member } = await enforced();
    const { answer } = await member.logIn(new Jar(), 'a wrong password');
    expect(outcome(answer)).toEqual([401, 'accounts.wrong_credentials']);
  });

  it('others with the address are free, and members with another address', async () => {
    const { house, domain } = await enforced();
    const outside = await joined(app, house, 'hirer');
    expect((await outside.logIn()).answer.status).toBe(200);
    const stranger = await Member.signedUp(app);
    const email = `stranger@${domain}`;
    await app.database.query('update accounts set email = $2 where id = $1', [stranger.id, email]);
    const answer = await app
      .guest()
      .post('/api/accounts/login', { email, password: 'correct horse battery' });
    expect(answer.status).toBe(200);
  });

  it('an owner still gets in, and every owner hears of it', async () => {
    const { house, domain } = await enforced();
    const { owner } = house;
    const email = `owner@${domain}`;
    await app.database.query('update accounts set email = $2 where id = $1', [owner.id, email]);
    const answer = await app
      .guest()
      .post('/api/accounts/login', { email, password: 'correct horse battery' });
    expect(answer.status).toBe(200);
    expect(await mailsOf('org_beside_sso', owner.id)).toHaveLength(1);
    const { body } = await owner.get(`/api/organisations/${house.id}/trail`);
    const [last] = body['items'] as { what: string }[];
    expect(last?.what).toBe('EnteredBesideSso');
  });

  it('staff is under nobody’s issuer', async () => {
    const { member } = await enforced();
    await app.appoint(member, 'support');
    expect((await member.logIn()).answer.status).toBe(200);
  });

  it('a stolen screen does not shut others out: it is asked for twice', async () => {
    const { house } = await withSso(corporate);
    const body = { state: 'enforced', joins: true, defaultRole: 'hirer', trustsFactor: false };
    const bare = await app.guest().put(ssoOf(house, '/rules'), body, house.owner.jar.headers);
    expect(outcome(bare)).toEqual([403, 'accounts.step_up_required']);
  });
});
