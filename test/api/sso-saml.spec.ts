import type { Answer, TestApp } from '../support/app';
import { codeOf, Jar } from '../support/members';
import {
  answeredBy,
  comesBySaml,
  entityIdOf,
  finishes,
  leaves,
  posts,
  saveSaml,
  withSaml,
} from '../support/saml';
import {
  colleague,
  comes,
  joinsBy,
  saveIssuer,
  saveRules,
  ssoOf,
  withDirectory,
  withDomain,
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
const metadata = async () => (await fetch(`${corporate.url}/saml/metadata`)).text();

interface Shown {
  readonly issuer: { readonly protocol: string; readonly certificates: { pem: string }[] } | null;
  readonly serviceProvider: { readonly entityId: string; readonly acs: string };
}

describe('an identity provider that speaks SAML', () => {
  it('is set up by its address, by what it says of itself, or by hand', async () => {
    const { house } = await withDomain(corporate);
    const page = async () => (await house.owner.get(ssoOf(house))).body as unknown as Shown;
    const byAddress = { by: 'address', url: `${corporate.url}/saml/metadata` };
    expect((await saveSaml(app, house, byAddress)).status).toBe(204);
    expect((await page()).issuer?.protocol).toBe('saml');
    const pem = (await page()).issuer?.certificates[0]?.pem ?? '';
    const pasted = { by: 'metadata', metadata: await metadata() };
    expect((await saveSaml(app, house, pasted)).status).toBe(204);
    const byHand = {
      ...{ by: 'hand', entityId: 'https://idp.example', certificates: [pem] },
      ssoUrl: `${corporate.url}/saml/sso`,
    };
    expect((await saveSaml(app, house, byHand)).status).toBe(204);
    expect((await page()).issuer).toMatchObject({ issuer: 'https://idp.example', clientId: null });
  });

  it('is told who we are by a document of its own for each organisation', async () => {
    const { house } = await withDomain(corporate);
    const { serviceProvider } = (await house.owner.get(ssoOf(house))).body as unknown as Shown;
    const { pathname } = new URL(serviceProvider.entityId);
    const answer = await app.app.inject({ method: 'GET', url: pathname });
    expect(answer.headers['content-type']).toContain('application/samlmetadata+xml');
    for (const said of [
      serviceProvider.entityId,
      serviceProvider.acs,
      'WantAssertionsSigned="true"',
    ])
      expect(answer.body).toContain(said);
  });

  it('is refused where it is inside, is none, or has no key that is strong enough', async () => {
    const { house } = await withDomain(corporate);
    const good = await metadata();
    const tries: [object, string][] = [
      [{ by: 'address', url: 'https://169.254.169.254/metadata' }, 'sso.issuer_unreachable'],
      [{ by: 'address', url: `${corporate.url}/google/token` }, 'sso.metadata_invalid'],
      [{ by: 'metadata', metadata: '<html/>' }, 'sso.metadata_invalid'],
      [{ by: 'metadata', metadata: `<!DOCTYPE a>${good}` }, 'sso.metadata_invalid'],
      [
        {
          by: 'metadata',
          metadata: good.replace(/Location="[^"]*"/, 'Location="http://10.0.0.1/"'),
        },
        'sso.issuer_unreachable',
      ],
      [
        { by: 'metadata', metadata: good.replace(/(X509Certificate>)[^<]+/, '$1AAAA') },
        'sso.certificate_invalid',
      ],
    ];
    for (const [idp, code] of tries)
      expect([idp, ...outcome(await saveSaml(app, house, idp))]).toEqual([idp, 422, code]);
  });

  it('is saved by who runs the organisation and shows twice who they are', async () => {
    const { house, domain } = await withDomain(corporate);
    const body = { idp: { by: 'metadata', metadata: await metadata() }, unasked: false };
    const path = ssoOf(house, '/saml');
    const bare = await app.guest().put(path, body, house.owner.jar.headers);
    expect(outcome(bare)).toEqual([403, 'accounts.step_up_required']);
    const member = await colleague(app, house, domain);
    const headers = { ...member.jar.headers, ...member.proof() };
    expect(outcome(await app.guest().put(path, body, headers))).toEqual([403, 'request.forbidden']);
  });

  it('keeps what was linked when its certificate changes, and begins anew when another takes over', async () => {
    const { house, domain } = await withSaml(corporate);
    const who = { name: 'Karim', email: (await colleague(app, house, domain)).email };
    expect(outcome((await comesBySaml(app, house, who)).answer)).toEqual([200, 'enter']);
    await fetch(`${corporate.url}/api/saml/rotate`, { method: 'POST' });
    expect(outcome((await comesBySaml(app, house, who)).answer)).toEqual([
      422,
      'sso.saml_unsigned',
    ]);
    await saveSaml(app, house, { by: 'address', url: `${corporate.url}/saml/metadata` });
    expect(outcome((await comesBySaml(app, house, who)).answer)).toEqual([200, 'enter']);
    await saveIssuer(app, house, `${corporate.url}/directory`);
    const [row] = await app.database.query('select * from org_issuers where organisation_id = $1', [
      house.id,
    ]);
    expect(row).toMatchObject({ state: 'off', protocol: 'oidc', sso_url: null, certificates: [] });
    await saveRules(app, house);
    expect(outcome((await comes(app, house, who)).answer)).toEqual([200, 'enter']);
    const linked = await app.database.query(
      `select 1 from identities where email = $1 and provider like 'sso:%'`,
      [who.email],
    );
    expect(linked).toHaveLength(2);
  });
});

describe('who comes by SAML', () => {
  it('joins as everybody does who comes from an issuer, and is in at the next time', async () => {
    const { house, domain } = await withSaml(corporate);
    const who = { name: 'Amira Hassan', email: `amira@${domain}` };
    const { answer, jar } = await comesBySaml(app, house, who);
    expect(outcome(answer)).toEqual([200, 'arrived']);
    const { body } = await app.guest().get('/api/identities/arrival', jar.headers);
    expect(body).toMatchObject({ provider: 'sso', name: 'Amira Hassan', email: who.email });
    expect((await joinsBy(app, jar)).body).toMatchObject({ next: 'enter', returnTo: '/jobs' });
    const again = await comesBySaml(app, house, who);
    expect(outcome(again.answer)).toEqual([200, 'enter']);
    expect(await me(again.jar)).toMatchObject({ email: who.email });
  });

  it('with a second factor there needs none here, where that is trusted', async () => {
    const { house, domain } = await withSaml(corporate, { trustsFactor: true });
    const member = await colleague(app, house, domain);
    const { seed } = await member.withApp();
    const who = { name: 'C', email: member.email };
    const without = await comesBySaml(app, house, who);
    expect(outcome(without.answer)).toEqual([200, 'factor']);
    const proof = { method: 'totp', code: await codeOf(seed) };
    await member.post('/api/accounts/login/factor', proof, without.jar);
    const withOne = await comesBySaml(app, house, { ...who, factor: 'yes' });
    expect(outcome(withOne.answer)).toEqual([200, 'enter']);
  });

  it('is let in by nothing else where it is the only way in', async () => {
    const { house, domain } = await withSaml(corporate);
    const member = await colleague(app, house, domain);
    await comesBySaml(app, house, { name: 'C', email: member.email });
    expect((await saveRules(app, house, { state: 'enforced' })).status).toBe(204);
    const only = [403, 'sso.only_way_in'];
    expect(outcome((await member.logIn()).answer)).toEqual(only);
  });

  it('takes over nothing of who is of another domain', async () => {
    const [ours, theirs] = [await withSaml(corporate), await withSaml(corporate)];
    const victim = await colleague(app, theirs.house, theirs.domain);
    const who = { name: 'Eve', email: victim.email };
    const back = await comesBySaml(app, ours.house, who, { typed: `x@${ours.domain}` });
    expect(outcome(back.answer)).toEqual([403, 'sso.address_refused']);
    expect(back.jar.isIn).toBe(false);
  });

  it('began here, unless the organisation lets them begin there', async () => {
    const { house, domain } = await withSaml(corporate);
    const member = await colleague(app, house, domain);
    const who = { name: 'C', email: member.email };
    const acs = `http://market.test/api/identities/saml/${house.id}/acs`;
    const query = new URLSearchParams({ audience: entityIdOf(house), acs, RelayState: '//evil' });
    const url = `${corporate.url}/saml/sso?${query.toString()}`;
    const begins = async () => {
      const jar = new Jar();
      const posted = await posts(app, house, await answeredBy(url, who));
      expect(String(posted.headers['location'])).not.toContain('evil');
      return finishes(app, house, posted, jar);
    };
    expect(outcome(await begins())).toEqual([422, 'sso.saml_not_asked']);
    const described = { by: 'address', url: `${corporate.url}/saml/metadata` };
    await saveSaml(app, house, described, true);
    expect((await begins()).body).toMatchObject({ next: 'enter', returnTo: '/' });
  });

  it('is bound to the browser that left, and to the one time that it left', async () => {
    const { house, domain } = await withSaml(corporate);
    const who = { name: 'C', email: (await colleague(app, house, domain)).email };
    const ended = [422, 'identities.attempt_ended'];
    const { url, jar } = await leaves(app, who.email);
    const form = await answeredBy(url, who);
    const posted = await posts(app, house, form);
    expect([posted.status, new URL(String(posted.headers['location'])).pathname]).toEqual([
      303,
      `/login/sso/${house.id}`,
    ]);
    expect(outcome(await finishes(app, house, posted, new Jar()))).toEqual(ended);
    expect(outcome(await finishes(app, house, posted, jar))).toEqual([200, 'enter']);
    expect(outcome(await finishes(app, house, posted, jar))).toEqual(ended);
    const late = await posts(app, house, form);
    expect(outcome(await finishes(app, house, late, jar))).toEqual([422, 'sso.saml_not_asked']);
  });

  it.each([
    ['unsigned', 'sso.saml_unsigned'],
    ['stranger', 'sso.saml_unsigned'],
    ['sha1', 'sso.saml_weak'],
    ['audience', 'sso.saml_other_audience'],
    ['recipient', 'sso.saml_other_recipient'],
    ['expired', 'sso.saml_expired'],
    ['replayed', 'sso.saml_not_asked'],
    ['unasked', 'sso.saml_not_asked'],
    ['wrapped', 'sso.saml_malformed'],
    ['comment', 'sso.saml_malformed'],
    ['doctype', 'sso.saml_malformed'],
  ])('is nobody with an answer that is %s', async (fault, code) => {
    const { house, domain } = await withSaml(corporate);
    const who = { name: 'C', email: (await colleague(app, house, domain)).email };
    await comesBySaml(app, house, who);
    const { answer, jar } = await comesBySaml(app, house, { ...who, fault });
    expect([...outcome(answer), jar.isIn]).toEqual([422, code, false]);
  });
});
