import { inflateRawSync } from 'node:zlib';
import { person } from '../../apps/sandbox/src/issuers/people';
import { signed, unsignedAnswer, type Said } from '../../apps/sandbox/src/saml/response';
import { newSigningKey, type SigningKey } from '../../apps/sandbox/src/saml/signing-key';
import type { Answer, TestApp } from '../support/app';
import { Jar, type Member } from '../support/members';
import type { House } from '../support/organisations';
import { entityIdOf, finishes, leaves, posts, withSaml } from '../support/saml';
import { colleague, withDirectory, type Corporate } from '../support/sso';
import { attack } from './attack';
import { others, wrappings, type Forgery, type Means } from './saml-forgeries';

const issuer = 'https://idp.example/metadata';
let corporate: Corporate;
let app: TestApp;
let own: SigningKey;
let stranger: SigningKey;
let house: House;
let domain: string;
let victim: Member;

beforeAll(async () => {
  corporate = await withDirectory();
  app = corporate.app;
  [own, stranger] = [await newSigningKey(), await newSigningKey()];
  ({ house, domain } = await withSaml(corporate, { idp: idp() }));
  victim = await colleague(app, house, domain);
}, 30_000);
beforeEach(() => app.database.query('delete from rate_limits'));
afterAll(async () => {
  await app.stop();
  await corporate.sandbox.stop();
});

const idp = () => ({
  ...{ by: 'hand', entityId: issuer, ssoUrl: `${corporate.url}/saml/sso` },
  certificates: [own.certificate],
});

/** What the identity provider would say of somebody, in answer to a question that was just asked. */
function saying(to: House, inResponseTo: string | undefined, email: string): Said {
  const recipient = `http://market.test/api/identities/saml/${to.id}/acs`;
  const [audience, somebody] = [entityIdOf(to), person('Eve', email, true)];
  return { person: somebody, issuer, audience, recipient, inResponseTo, at: Date.now() };
}

const requestIn = (url: URL): string => {
  const packed = Buffer.from(url.searchParams.get('SAMLRequest') ?? '', 'base64');
  return /ID="([^"]*)"/.exec(inflateRawSync(packed).toString())?.[1] ?? '';
};

/** Somebody leaves, and these bytes come back instead of what the identity provider would say. */
async function brings(make: (said: Said) => string, at = house): Promise<[Answer, Jar]> {
  await app.database.query('delete from rate_limits');
  const { url, relayState, jar } = await leaves(app, `eve@${domain}`);
  const xml = make(saying(at, requestIn(url), `eve@${domain}`));
  const form = { SAMLResponse: Buffer.from(xml).toString('base64'), RelayState: relayState };
  return [await finishes(app, house, await posts(app, house, form), jar), jar];
}

/** Whoever reads the first address of an answer and asks nothing about it. */
const naive = (xml: string) => xml.includes(victim.email);

/** The code of each try, and whether any of them was somebody. */
async function refusals(list: (means: Means) => Forgery[]) {
  const means = (said: Said): Means => ({ said, victim: victim.email, own, stranger });
  const names = list(means(saying(house, '_1', `eve@${domain}`))).map(([what]) => what);
  const codes: Record<string, unknown> = {};
  const succeeds = async (what: string, target: string) => {
    let sent = '';
    const make = (said: Said) =>
      (sent = list(means(said)).find(([name]) => name === what)?.[1] ?? '');
    const [answer, jar] = await brings(make);
    codes[what] = answer.body['code'] ?? answer.body['next'];
    return target === 'naive' ? naive(sent) : jar.isIn || answer.status < 400;
  };
  const through = await attack({ tries: names, house: 'house', weak: 'naive', succeeds });
  return { through, codes };
}

describe('an answer by SAML', () => {
  it('is somebody when it is signed, for us, now, and the answer to what was asked', async () => {
    const [answer] = await brings((said) =>
      signed(unsignedAnswer({ ...said, person: person('C', victim.email, true) }), own),
    );
    expect([answer.status, answer.body['next']]).toEqual([200, 'enter']);
    const [both] = await brings((said) => {
      const whom = unsignedAnswer({ ...said, person: person('C', victim.email, true) });
      return signed(signed(whom, own), own, { part: 'Response' });
    });
    expect([both.status, both.body['next']]).toEqual([200, 'enter']);
  });

  it('is nobody however a signed assertion is wrapped', async () => {
    const { through, codes } = await refusals(wrappings);
    expect(through).toEqual([]);
    expect(codes).toMatchSnapshot();
  });

  it('is nobody in all other ways to be somebody else', async () => {
    const { through, codes } = await refusals(others);
    expect(through).toEqual([]);
    expect(codes).toMatchSnapshot();
  });

  it('is good once, whoever brings it and whatever it is sent with', async () => {
    let first = '';
    const genuine = (said: Said) => {
      const whom = { ...said, person: person('C', victim.email, true) };
      return (first = signed(unsignedAnswer(whom), own));
    };
    expect((await brings(genuine))[0].status).toBe(200);
    const id = /InResponseTo="([^"]*)"/.exec(first)?.[1] ?? '';
    // Even where the one request is made good once more, as whoever writes to our tables could.
    const succeeds = async (_: string, target: string) => {
      const { url, relayState, jar } = await leaves(app, `eve@${domain}`);
      expect(requestIn(url)).not.toBe(id);
      await app.database.query('update identity_attempts set nonce = $1 where state = $2', [
        ...[id, relayState],
      ]);
      const form = { SAMLResponse: Buffer.from(first).toString('base64'), RelayState: relayState };
      const answer = await finishes(app, house, await posts(app, house, form), jar);
      expect(answer.body['code']).toBe('sso.saml_used');
      return target === 'naive' ? naive(first) : answer.status < 400;
    };
    const tries = ['once more', 'and again'];
    expect(await attack({ tries, house: 'house', weak: 'naive', succeeds })).toEqual([]);
  });

  it('of one organisation opens nothing at another that has the same identity provider', async () => {
    const other = await withSaml(corporate, { idp: idp() });
    const [answer, jar] = await brings(
      (said) => signed(unsignedAnswer({ ...said, person: person('C', victim.email, true) }), own),
      other.house,
    );
    expect([answer.body['code'], jar.isIn]).toEqual(['sso.saml_other_recipient', false]);
    const { url, relayState, jar: mine } = await leaves(app, `eve@${domain}`);
    const said = saying(house, requestIn(url), victim.email);
    const SAMLResponse = Buffer.from(signed(unsignedAnswer(said), own)).toString('base64');
    const there = await posts(app, other.house, { SAMLResponse, RelayState: relayState });
    const carried = await finishes(app, house, there, mine);
    expect([carried.body['code'], mine.isIn]).toEqual(['sso.saml_not_asked', false]);
  });
});
