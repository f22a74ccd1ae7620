import type { Answer, TestApp } from '../support/app';
import { chosenAt } from '../support/at-provider';
import { Jar, Member } from '../support/members';
import {
  colleague,
  comes,
  joinsBy,
  saveIssuer,
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
const roleOf = async (organisationId: string, accountId: unknown) => {
  const [row] = await app.database.query<{ role: string }>(
    'select role from org_members where organisation_id = $1 and account_id = $2',
    [organisationId, accountId],
  );
  return row?.role;
};

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
    await app.appoint(member, 'support');
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
