import type { Answer, TestApp } from '../support/app';
import { Member } from '../support/members';
import { joined } from '../support/organisations';
import {
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
