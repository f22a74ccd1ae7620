import type { Sandbox } from '../../apps/sandbox/src/sandbox';
import { providerName } from '@wire/identities';
import { TestApp, type Answer } from '../support/app';
import { backFrom, chosenAt, withProviders, type Chosen } from '../support/at-provider';
import { codeOf, Jar, Member } from '../support/members';

let app: TestApp;
let sandbox: Sandbox;
beforeAll(async () => ({ app, sandbox } = await withProviders()), 30_000);
beforeEach(() => app.database.query('delete from rate_limits'));
afterAll(async () => {
  await app.stop();
  await sandbox.stop();
});

const outcome = ({ status, body }: Answer) => [status, body['code'] ?? body['next']];
const details = { roles: ['client'], country: 'EG', timeZone: 'Africa/Cairo', locale: 'en' };
let count = 0;
const somebody = (verified = true): Required<Pick<Chosen, 'email' | 'name'>> & Chosen => {
  count += 1;
  const email = `somebody${String(count)}@mail.test`;
  return { name: 'Nadia Rahman', email, ...(verified && { verified: 'yes' }) };
};
const join = (jar: Jar, more: object = {}) =>
  app
    .guest()
    .post('/api/identities/arrival/join', { name: 'Nadia', ...details, ...more }, jar.headers);
const me = async (jar: Jar) => (await app.guest().get('/api/accounts/me', jar.headers)).body;

/** A member who came by Google and by nothing else. */
async function byGoogle(who = somebody()) {
  const { jar } = await backFrom(app, 'google', who);
  jar.keep(await join(jar));
  return { who, jar, id: String((await me(jar))['id']) };
}

describe('who comes back from a provider', () => {
  it('has an account after a few questions, and is in at the next time', async () => {
    for (const provider of ['google', 'linkedin'] as const) {
      const who = somebody();
      const { answer, jar } = await backFrom(app, provider, who, { returnTo: '/jobs' });
      expect(outcome(answer)).toEqual([200, 'arrived']);
      expect((await app.guest().get('/api/identities/arrival', jar.headers)).body).toEqual({
        ...{ provider, email: who.email, emailVerified: true, name: 'Nadia Rahman' },
        ...{ known: false, organisation: null, returnTo: '/jobs' },
      });
      const joined = await join(jar);
      expect(joined.body).toMatchObject({ next: 'enter', returnTo: '/jobs' });
      expect(await me(jar.keep(joined))).toMatchObject({ email: who.email, emailVerified: true });
      const again = await backFrom(app, provider, who);
      expect(outcome(again.answer)).toEqual([200, 'enter']);
      expect((await me(again.jar))['email']).toBe(who.email);
    }
  });

  it('proves the address by mail where the provider does not vouch for it, and links it then', async () => {
    const who = somebody(false);
    const { jar } = await backFrom(app, 'facebook', who);
    const joined = await join(jar);
    expect(joined.body).toEqual({ next: 'verify', email: who.email });
    expect(outcome((await backFrom(app, 'facebook', who)).answer)).toEqual([200, 'arrived']);
    const [row] = await app.database.query<{ id: string }>(
      'select c.id from challenges c join accounts a on a.id = c.account_id where a.email = $1',
      [who.email],
    );
    const { token } = await Member.linkOf(app, row?.id ?? '');
    jar.keep(await app.guest().post('/api/accounts/verify-email', { token }, jar.headers));
    const linked = await app.guest().post('/api/identities/arrival/link', {}, jar.headers);
    expect(linked.status).toBe(200);
    expect(outcome((await backFrom(app, 'facebook', who)).answer)).toEqual([200, 'enter']);
  });

  it('says an address of their own where the provider has none', async () => {
    const { jar } = await backFrom(app, 'facebook', { name: 'Nadia', email: '' });
    expect(outcome(await join(jar))).toEqual([422, 'identities.email_missing']);
    const { email } = somebody();
    expect((await join(jar, { email })).body).toEqual({ next: 'verify', email });
  });

  it('takes over nothing that somebody else began with their address and never proved', async () => {
    const who = somebody();
    await app.guest().post('/api/accounts', {
      ...{ email: who.email, password: 'the password of a thief', name: 'Thief' },
      ...details,
    });
    const { jar } = await backFrom(app, 'google', who);
    jar.keep(await join(jar));
    expect(await me(jar)).toMatchObject({ email: who.email, name: 'Nadia' });
    const thief = { email: who.email, password: 'the password of a thief' };
    expect(outcome(await app.guest().post('/api/accounts/login', thief))).toEqual([
      401,
      'accounts.wrong_credentials',
    ]);
  });
});

describe('an address that has an account', () => {
  it('is never taken over: the identity is linked by who logs in, and asked first', async () => {
    for (const provider of providerName.options) {
      const owner = await Member.signedUp(app);
      const who = { name: 'Eve', email: owner.email, verified: 'yes' };
      const { answer, jar } = await backFrom(app, provider, who);
      expect(outcome(answer)).toEqual([200, 'arrived']);
      expect(jar.isIn).toBe(false);
      const { body } = await app.guest().get('/api/identities/arrival', jar.headers);
      expect(body['known']).toBe(true);
      const joined = outcome(await join(jar));
      const isVouchedFor = provider !== 'facebook';
      expect(joined).toEqual(isVouchedFor ? [409, 'identities.email_taken'] : [200, 'verify']);
      const link = () => app.guest().post('/api/identities/arrival/link', {}, jar.headers);
      expect((await link()).status).toBe(401);
      await owner.logIn(jar);
      expect((await link()).status).toBe(200);
      const again = await backFrom(app, provider, who);
      expect((await me(again.jar))['id']).toBe(owner.id);
    }
  });

  it('asks who was logged in before for a second look', async () => {
    const owner = await Member.signedUp(app);
    const who = { name: 'Eve', email: owner.email, verified: 'yes' };
    const { jar } = await backFrom(app, 'google', who, { jar: owner.jar });
    const path = '/api/identities/arrival/link';
    expect(outcome(await owner.post(path, {}, jar))).toEqual([403, 'accounts.step_up_required']);
    expect((await owner.post(path, {}, jar, owner.proof())).status).toBe(200);
  });
});

describe('a log-in by a provider', () => {
  it('does not pass by the second factor', async () => {
    const owner = await Member.signedUp(app);
    const { seed } = await owner.withApp();
    const who = { name: 'Layla', email: owner.email, verified: 'yes' };
    const { jar } = await backFrom(app, 'google', who, { jar: owner.jar });
    await owner.post('/api/identities/arrival/link', {}, jar, owner.proof());
    const back = await backFrom(app, 'google', who);
    expect(outcome(back.answer)).toEqual([200, 'factor']);
    expect(back.jar.isIn).toBe(false);
    const proof = { method: 'totp', code: await codeOf(seed) };
    const entered = await owner.post('/api/accounts/login/factor', proof, back.jar);
    expect(back.jar.keep(entered).isIn).toBe(true);
  });

  it('ends where it began: with another browser, another state or a used answer it is over', async () => {
    const begin = () => app.guest().post('/api/identities/google/begin', {});
    const finish = (said: object, jar: Jar, provider = 'google') =>
      app.guest().post(`/api/identities/${provider}/finish`, said, jar.headers);
    const ended = [422, 'identities.attempt_ended'];
    const begun = await begin();
    const said = await chosenAt(String(begun.body['url']), somebody());
    expect(outcome(await finish(said, new Jar()))).toEqual(ended);
    expect(outcome(await finish(said, new Jar().keep(await begin())))).toEqual(ended);
    expect(outcome(await finish(said, new Jar().keep(begun), 'linkedin'))).toEqual(ended);
    const jar = new Jar().keep(begun);
    expect(outcome(await finish(said, jar))).toEqual([200, 'arrived']);
    expect(outcome(await finish(said, jar))).toEqual(ended);
    const other = await begin();
    const otherState = new URL(String(other.body['url'])).searchParams.get('state');
    const replayed = { ...said, state: otherState };
    expect(outcome(await finish(replayed, new Jar().keep(other)))).toEqual([
      422,
      'identities.code_invalid',
    ]);
  });

  it('may be refused there, and says so', async () => {
    for (const provider of providerName.options) {
      const { answer } = await backFrom(app, provider, { refuse: 'yes' });
      expect([provider, ...outcome(answer)]).toEqual([provider, 422, 'identities.refused']);
    }
  });

  it('comes back to pages of ours alone', async () => {
    const away = [
      'https://evil.test',
      '//evil.test',
      '/\\evil.test',
      '/a\\b',
      'javascript:x',
      '/ x',
    ];
    for (const returnTo of away) {
      const answer = await app.guest().post('/api/identities/google/begin', { returnTo });
      expect([returnTo, ...outcome(answer)]).toEqual([returnTo, 400, 'request.invalid']);
    }
  });
});

describe('connected accounts', () => {
  const link = async (member: Member, who: Chosen, more = member.proof()) => {
    const begun = await member.post('/api/identities/google/link', {}, member.jar, more);
    if (begun.status !== 200) return begun;
    const said = await chosenAt(String(begun.body['url']), who);
    return member.post('/api/identities/google/finish', said, member.jar.keep(begun));
  };
  const listed = async (member: Member) =>
    (await member.get('/api/identities')).body['items'] as { id: string; provider: string }[];

  it('are linked and unlinked by who showed just now that it is them, and mailed about', async () => {
    const member = await Member.signedUp(app);
    const who = somebody();
    const bare = await member.post('/api/identities/google/link');
    expect(outcome(bare)).toEqual([403, 'accounts.step_up_required']);
    expect(outcome(await link(member, who))).toEqual([200, 'linked']);
    const [google] = await listed(member);
    const path = `/api/identities/${google?.id ?? ''}`;
    expect(outcome(await member.delete(path))).toEqual([403, 'accounts.step_up_required']);
    expect((await member.delete(path, member.jar, member.proof())).status).toBe(204);
    expect(await listed(member)).toEqual([]);
    await app.settle();
    const mails = await app.database.query<{ kind: string }>(
      `select kind from mail_log where account_id = $1 and kind like 'identity%' order by kind`,
      [member.id],
    );
    expect(mails.map(({ kind }) => kind)).toEqual(['identity_linked', 'identity_unlinked']);
  });

  it('open one account: what is linked elsewhere is not linked again', async () => {
    const { who } = await byGoogle();
    const member = await Member.signedUp(app);
    expect(outcome(await link(member, who))).toEqual([409, 'identities.linked_elsewhere']);
    await link(member, somebody());
    expect(outcome(await link(member, somebody()))).toEqual([409, 'identities.already_linked']);
  });

  it('are linked in the session that asked, and in no other', async () => {
    const member = await Member.signedUp(app);
    const begun = await member.post('/api/identities/google/link', {}, member.jar, member.proof());
    const said = await chosenAt(String(begun.body['url']), somebody());
    const { jar } = await member.logIn();
    jar.keep(begun);
    expect(outcome(await member.post('/api/identities/google/finish', said, jar))).toEqual([
      422,
      'identities.attempt_ended',
    ]);
  });

  it('keep the last way in', async () => {
    const { jar, id } = await byGoogle();
    const { body } = await app.guest().get('/api/identities', jar.headers);
    const [google] = body['items'] as { id: string }[];
    expect(body['otherWaysIn']).toBe(false);
    const path = `/api/identities/${google?.id ?? ''}`;
    const proof = { ...jar.headers, ...Member.proofOf(app, id) };
    expect(outcome(await app.guest().delete(path, proof))).toEqual([409, 'identities.last_way_in']);
    await app.database.query(`update accounts set password_hash = '$argon2id$x' where id = $1`, [
      id,
    ]);
    expect((await app.guest().delete(path, proof)).status).toBe(204);
  });
});
