import { LookAgain } from '../../apps/api/src/people/sso/commands/look-again';
import { WatchDomains } from '../../apps/api/src/people/sso';
import { CommandBus } from '@nestjs/cqrs';
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

describe('a domain that was proved', () => {
  const looked = async (domain: string) => {
    const [row] = await app.database.query<{ id: string }>(
      'select id from org_domains where name = $1',
      [domain],
    );
    await app.app.get(CommandBus).execute(new LookAgain(row?.id ?? ''));
    await app.settle();
  };
  const take = (domain: string) =>
    fetch(`${corporate.url}/api/names/_guildhall.${domain}`, { method: 'DELETE' });
  const mails = async (organisationId: string) =>
    (
      await app.database.query<{ kind: string }>(
        "select kind from mail_log where about ->> 'organisationId' = $1 and kind like 'org_domain%'",
        [organisationId],
      )
    ).map(({ kind }) => kind);

  it('is lost when its record was gone for a week, its single sign-on with it, and owners know', async () => {
    const { house, domain } = await withSso(corporate);
    await take(domain);
    await looked(domain);
    await app.passDays(6.9);
    await looked(domain);
    const home = async () => (await app.guest().get(`/api/sso/home?domain=${domain}`)).body;
    expect([await home(), await mails(house.id)]).toEqual([
      { sso: true, enforced: false },
      ['org_domain_missing'],
    ]);
    await app.passDays(0.2);
    await looked(domain);
    expect(await home()).toEqual({ sso: false, enforced: false });
    expect(await mails(house.id)).toEqual(['org_domain_missing', 'org_domain_lost']);
    const { body } = await house.owner.get(ssoOf(house));
    expect(body).toMatchObject({ domains: [{ verifiedAt: null }], rules: { state: 'off' } });
  });

  it('was never gone when its record is back within the week', async () => {
    const { house, domain } = await withDomain(corporate);
    const value = () => house.owner.get(ssoOf(house)).then(({ body }) => body['domains']);
    const [{ record }] = (await value()) as [{ record: { name: string; value: string } }];
    await take(domain);
    await looked(domain);
    await app.passDays(5);
    await putRecord(corporate.url, record.name, record.value);
    await looked(domain);
    await app.passDays(5);
    await take(domain);
    await looked(domain);
    expect(await value()).toMatchObject([{ verifiedAt: expect.any(String) as string }]);
  });

  it('is looked up every day', async () => {
    await app.app.get(WatchDomains).follow();
    await app.passDays(2);
    const rows = await app.database.query<{ fired: boolean }>(
      "select fired_at is not null as fired from record.timers where kind = 'sso-domains' order by key",
    );
    expect(rows.map(({ fired }) => fired).slice(-2)).toEqual([true, false]);
  });
});

describe('an issuer that signs', () => {
  const signsWith = (alg: string) =>
    fetch(`${corporate.url}/api/issuers/signs`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ alg }),
    });
  afterAll(() => signsWith('RS256'));

  it.each(['ES256', 'PS256', 'RS256'])('with %s is believed', async (alg) => {
    await signsWith(alg);
    const { house, domain } = await withSso(corporate);
    const { answer } = await comes(app, house, { name: 'Amira', email: `amira@${domain}` });
    expect(outcome(answer)).toEqual([200, 'arrived']);
  });

  it('with something else is not taken, and not believed when it changes to it later', async () => {
    const { house, domain } = await withSso(corporate);
    await signsWith('ES384');
    const { answer } = await comes(app, house, { name: 'Amira', email: `amira@${domain}` });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    const again = await saveIssuer(app, house, `${corporate.url}/directory`);
    expect(outcome(again)).toEqual([422, 'sso.other_signatures']);
  });
});
