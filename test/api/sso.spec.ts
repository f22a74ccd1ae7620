import type { Answer, TestApp } from '../support/app';
import { chosenAt } from '../support/at-provider';
import { codeOf, Jar, Member } from '../support/members';
import { joined } from '../support/organisations';
import {
  colleague,
  comes,
  freshDomain,
  joinsBy,
  putRecord,
  saveIssuer,
  saveRules,
  ssoOf,
  withDirectory,
  withDomain,
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

describe('a domain', () => {
  it('is the organisation’s once the record stands in the DNS', async () => {
    const { house, domain } = await withDomain(corporate);
    const { body } = await house.owner.get(ssoOf(house));
    expect(body['domains']).toMatchObject([
      { name: domain, record: { name: `_guildhall.${domain}` } },
    ]);
    const [row] = body['domains'] as { verifiedAt: string | null }[];
    expect(row?.verifiedAt).not.toBeNull();
  });

  it('is not proved by no record, by another text or by a record elsewhere', async () => {
    const { house } = await withDomain(corporate);
    const name = freshDomain();
    const claimed = await house.owner.post(ssoOf(house, '/domains'), { name });
    const check = () =>
      house.owner.post(ssoOf(house, `/domains/${String(claimed.body['id'])}/check`));
    expect(outcome(await check())).toEqual([422, 'sso.record_missing']);
    await putRecord(corporate.url, `_guildhall.${name}`, 'guildhall-verification=x');
    const { body } = await house.owner.get(ssoOf(house));
    const all = body['domains'] as { name: string; record: { value: string } }[];
    const value = all.find((one) => one.name === name)?.record.value ?? '';
    await putRecord(corporate.url, name, value);
    expect(outcome(await check())).toEqual([422, 'sso.record_missing']);
    await putRecord(corporate.url, `_guildhall.${name}`, value);
    expect((await check()).status).toBe(204);
  });

  it('belongs to one organisation, and where everybody has a mailbox to none', async () => {
    const { domain } = await withDomain(corporate);
    const { house } = await withDomain(corporate);
    const claim = (name: string) => house.owner.post(ssoOf(house, '/domains'), { name });
    expect(outcome(await claim(domain.toUpperCase()))).toEqual([409, 'sso.domain_taken']);
    expect(outcome(await claim('gmail.com'))).toEqual([422, 'sso.public_domain']);
  });

  it('that two claim is had by whose record is there, once', async () => {
    const [one, other] = [await withDomain(corporate), await withDomain(corporate)];
    const name = freshDomain();
    const checks: string[] = [];
    for (const { house } of [one, other]) {
      const claimed = await house.owner.post(ssoOf(house, '/domains'), { name });
      const { body } = await house.owner.get(ssoOf(house));
      const all = body['domains'] as { name: string; record: { value: string } }[];
      const value = all.find((domain) => domain.name === name)?.record.value ?? '';
      await putRecord(corporate.url, `_guildhall.${name}`, value);
      checks.push(ssoOf(house, `/domains/${String(claimed.body['id'])}/check`));
    }
    expect((await one.house.owner.post(checks[0] ?? '')).status).toBe(204);
    const late = await other.house.owner.post(checks[1] ?? '');
    expect(outcome(late)).toEqual([409, 'sso.domain_taken']);
  });

  it('goes when somebody shows twice that it is them, and is free for others then', async () => {
    const { house, domain } = await withDomain(corporate);
    const { owner } = house;
    const { body } = await owner.get(ssoOf(house));
    const [{ id } = { id: '' }] = body['domains'] as { id: string }[];
    const path = ssoOf(house, `/domains/${id}`);
    expect(outcome(await owner.delete(path))).toEqual([403, 'accounts.step_up_required']);
    expect((await owner.delete(path, owner.jar, owner.proof())).status).toBe(204);
    const next = await withDomain(corporate, domain);
    expect(next.house.id).not.toBe(house.id);
  });

  it('is nobody’s business but of who runs the organisation', async () => {
    const { house } = await withDomain(corporate);
    const hirer = await joined(app, house, 'hirer');
    const stranger = await Member.signedUp(app);
    expect(outcome(await hirer.get(ssoOf(house)))).toEqual([403, 'request.forbidden']);
    expect((await stranger.get(ssoOf(house))).status).toBe(403);
    const other = await withDomain(corporate);
    expect(outcome(await other.house.owner.get(ssoOf(house)))).toEqual([
      404,
      'organisations.not_found',
    ]);
  });
});

describe('an issuer', () => {
  it('is looked at before it is kept, and each fault has its name', async () => {
    const { house } = await withDomain(corporate);
    const save = async (issuer: string) => outcome(await saveIssuer(app, house, issuer));
    const { url } = corporate;
    expect(await save('https://10.0.0.1/directory')).toEqual([422, 'sso.issuer_unreachable']);
    expect(await save('http://issuer.test')).toEqual([422, 'sso.issuer_unreachable']);
    expect(await save(`${url}/nobody`)).toEqual([422, 'sso.not_an_issuer']);
    // Google's sandbox calls itself something else than it was called here.
    const other = url.replace('127.0.0.1', 'localhost');
    expect(await save(`${other}/directory`)).toEqual([422, 'sso.issuer_unreachable']);
    expect(await save(`${url}/directory`)).toEqual([204, undefined]);
  });

  it('has a secret that nobody sees again, and that is asked for twice', async () => {
    const { house } = await withSso(corporate);
    const { owner } = house;
    const { body } = await owner.get(ssoOf(house));
    expect(body['issuer']).toMatchObject({ clientId: 'guildhall-directory', lastUsedAt: null });
    expect(JSON.stringify(body)).not.toContain('sandbox-directory-secret');
    const kept = await app.database.query(
      `select 1 from org_issuers i, record.events e
        where i::text like '%sandbox-directory-secret%' or e.raw like '%sandbox-directory-secret%'`,
    );
    expect(kept).toEqual([]);
    const again = { issuer: `${corporate.url}/directory`, clientId: 'x' };
    const bare = await app.guest().put(ssoOf(house, '/issuer'), again, owner.jar.headers);
    expect(outcome(bare)).toEqual([403, 'accounts.step_up_required']);
  });

  it('does not get the secret that was made for another', async () => {
    const { house } = await withSso(corporate);
    const more = { clientSecret: undefined };
    const other = await saveIssuer(app, house, `${corporate.url}/google`, more);
    expect(outcome(other)).toEqual([422, 'sso.secret_missing']);
    const same = await saveIssuer(app, house, `${corporate.url}/directory`, more);
    expect(same.status).toBe(204);
  });

  it('is switched on with a proved domain, and enforced once somebody came by it', async () => {
    const { house, domain } = await withDomain(corporate);
    expect(outcome(await saveRules(app, house))).toEqual([409, 'sso.no_issuer']);
    await saveIssuer(app, house, `${corporate.url}/directory`);
    const enforced = { state: 'enforced' } as const;
    expect(outcome(await saveRules(app, house, enforced))).toEqual([409, 'sso.never_used']);
    await saveRules(app, house);
    const { jar } = await comes(app, house, { name: 'Amira', email: `amira@${domain}` });
    await joinsBy(app, jar);
    expect((await saveRules(app, house, enforced)).status).toBe(204);
    const home = await app.guest().get(`/api/sso/home?domain=${domain}`);
    expect(home.body).toEqual({ sso: true, enforced: true });
  });
});

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

describe('an issuer takes over nothing', () => {
  it('of another organisation, and nothing with an address of nobody’s domain', async () => {
    const [ours, theirs] = [await withSso(corporate), await withSso(corporate)];
    const victim = await colleague(app, theirs.house, theirs.domain);
    const typed = `anybody@${ours.domain}`;
    const foreign = { name: 'Eve', email: victim.email };
    const refused = [403, 'sso.address_refused'];
    const back = await comes(app, ours.house, foreign, { typed });
    expect(outcome(back.answer)).toEqual(refused);
    expect(back.jar.isIn).toBe(false);
    for (const email of ['eve@unclaimed.test', `eve@sub.${ours.domain}`, '']) {
      const { answer } = await comes(app, ours.house, { name: 'Eve', email }, { typed });
      expect([email, ...outcome(answer)]).toEqual([email, ...refused]);
    }
  });

  it('of who has the address and is no member: its owner logs in and says yes first', async () => {
    const { house, domain } = await withSso(corporate);
    const owner = await Member.signedUp(app);
    const email = `noura@${domain}`;
    await app.database.query('update accounts set email = $2 where id = $1', [owner.id, email]);
    const { answer, jar } = await comes(app, house, { name: 'Noura', email });
    expect([...outcome(answer), jar.isIn]).toEqual([200, 'arrived', false]);
    expect(outcome(await joinsBy(app, jar))).toEqual([409, 'identities.email_taken']);
    expect(await roleOf(house.id, owner.id)).toBeUndefined();
    const link = (more = {}) =>
      app.guest().post('/api/identities/arrival/link', {}, { ...jar.headers, ...more });
    expect((await link()).status).toBe(401);
    const entered = await app
      .guest()
      .post('/api/accounts/login', { email, password: 'correct horse battery' }, jar.headers);
    jar.keep(entered);
    expect((await link()).status).toBe(200);
    expect(await roleOf(house.id, owner.id)).toBe('hirer');
    expect(outcome((await comes(app, house, { name: 'Noura', email })).answer)).toEqual([
      200,
      'enter',
    ]);
  });

  it('of who logs in to another account than the one with that address', async () => {
    const { house, domain } = await withSso(corporate);
    const { jar } = await comes(app, house, { name: 'Eve', email: `eve@${domain}` });
    const other = await Member.signedUp(app);
    await other.logIn(jar);
    const linked = await other.post('/api/identities/arrival/link', {}, jar, other.proof());
    expect(outcome(linked)).toEqual([403, 'sso.other_account']);
  });

  it('of who is a member no more', async () => {
    const { house, domain } = await withSso(corporate);
    const member = await colleague(app, house, domain);
    const who = { name: 'C', email: member.email };
    expect(outcome((await comes(app, house, who)).answer)).toEqual([200, 'enter']);
    await house.owner.delete(`/api/organisations/${house.id}/members/${member.id}`);
    const back = await comes(app, house, who);
    expect([...outcome(back.answer), back.jar.isIn]).toEqual([200, 'arrived', false]);
  });

  it('of staff', async () => {
    const { house, domain } = await withSso(corporate);
    const member = await colleague(app, house, domain);
    await app.database.query(`update accounts set roles = '{support}' where id = $1`, [member.id]);
    const { answer } = await comes(app, house, { name: 'S', email: member.email });
    expect(outcome(answer)).toEqual([403, 'sso.staff']);
  });

  it('by the same subject at two issuers, or by another subject with the same address', async () => {
    const [one, other] = [await withSso(corporate), await withSso(corporate)];
    const member = await colleague(app, one.house, one.domain);
    await comes(app, one.house, { name: 'C', email: member.email });
    const [row] = await app.database.query<{ subject: string }>(
      'select subject from identities where account_id = $1',
      [member.id],
    );
    await app.database.query(
      `insert into identities (id, account_id, provider, subject, linked_at)
        select gen_random_uuid(), $1, 'sso:' || connection_id, $2, now() from org_issuers
          where organisation_id = $3`,
      [other.house.owner.id, `${row?.subject ?? ''}0`, other.house.id],
    );
    const foreign = { name: 'C', email: member.email };
    const typed = `x@${other.domain}`;
    const { answer } = await comes(app, other.house, foreign, { typed });
    expect(outcome(answer)).toEqual([403, 'sso.address_refused']);
    await app.database.query('update identities set subject = $2 where account_id = $1', [
      member.id,
      'who had this address before',
    ]);
    const next = await comes(app, one.house, { name: 'C', email: member.email });
    expect(outcome(next.answer)).toEqual([409, 'identities.already_linked']);
  });

  it('by an answer that was given before, elsewhere, or for another organisation', async () => {
    const [one, other] = [await withSso(corporate), await withSso(corporate)];
    const begin = (domain: string) =>
      app.guest().post('/api/identities/sso/begin', { email: `a@${domain}` });
    const finish = (id: string, said: object, jar: Jar) =>
      app.guest().post(`/api/identities/sso/${id}/finish`, said, jar.headers);
    const begun = await begin(one.domain);
    const said = await chosenAt(String(begun.body['url']), {
      ...{ name: 'A', email: `a@${one.domain}` },
    });
    const ended = [422, 'identities.attempt_ended'];
    expect(outcome(await finish(one.house.id, said, new Jar()))).toEqual(ended);
    expect(outcome(await finish(other.house.id, said, new Jar().keep(begun)))).toEqual(ended);
    const wrong = { ...said, state: 'x' };
    expect(outcome(await finish(one.house.id, wrong, new Jar().keep(begun)))).toEqual(ended);
    expect(outcome(await finish(one.house.id, said, new Jar().keep(begun)))).toEqual(ended);
    const fresh = await begin(one.domain);
    const asked = new URL(String(fresh.body['url'])).searchParams;
    expect(asked.get('login_hint')).toBe(`a@${one.domain}`);
    expect(asked.get('redirect_uri')).toBe(`http://market.test/login/sso/${one.house.id}`);
    const replayed = { ...said, state: asked.get('state') };
    expect(outcome(await finish(one.house.id, replayed, new Jar().keep(fresh)))).toEqual([
      422,
      'identities.code_invalid',
    ]);
  });

  it('by an issuer that was changed under what was linked', async () => {
    const { house, domain } = await withSso(corporate);
    const member = await colleague(app, house, domain);
    await comes(app, house, { name: 'C', email: member.email });
    const connections = () =>
      app.database.query<{ connection_id: string; state: string; last_used_at: Date | null }>(
        'select connection_id, state, last_used_at from org_issuers where organisation_id = $1',
        [house.id],
      );
    const [before] = await connections();
    await saveIssuer(app, house, `${corporate.url}/google`);
    const [after] = await connections();
    expect(after?.connection_id).not.toBe(before?.connection_id);
    expect([after?.state, after?.last_used_at]).toEqual(['off', null]);
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
    await app.database.query(`update accounts set roles = '{support}' where id = $1`, [member.id]);
    expect((await member.logIn()).answer.status).toBe(200);
  });

  it('a stolen screen does not shut others out: it is asked for twice', async () => {
    const { house } = await withSso(corporate);
    const body = { state: 'enforced', joins: true, defaultRole: 'hirer', trustsFactor: false };
    const bare = await app.guest().put(ssoOf(house, '/rules'), body, house.owner.jar.headers);
    expect(outcome(bare)).toEqual([403, 'accounts.step_up_required']);
  });
});
