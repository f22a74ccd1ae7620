import { exportSPKI, generateKeyPair, UnsecuredJWT } from 'jose';
import { createHmac } from 'node:crypto';
import { TestApp, type Answer } from '../support/app';
import { RogueIssuer } from '../support/issuer';
import { Jar } from '../support/members';

const issuer = new RogueIssuer();
const clientSecret = 'what the house and the issuer share';
let app: TestApp;
beforeAll(async () => {
  await issuer.start();
  app = await TestApp.start({
    GOOGLE_ISSUER: issuer.url,
    GOOGLE_CLIENT_ID: issuer.clientId,
    GOOGLE_CLIENT_SECRET: clientSecret,
  });
});
beforeEach(async () => {
  issuer.status = 200;
  issuer.keysAsked = [];
  await app.database.query('delete from rate_limits');
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  await app.stop();
  issuer.stop();
});

const outcome = ({ status, body }: Answer) => [status, body['code'] ?? body['next']];
const invalid = [422, 'identities.answer_invalid'];

/** Leaves for the issuer and comes back; `token` is made from the nonce that was sent. */
async function cameBack(token: (nonce: string) => Promise<string> | string): Promise<Answer> {
  const jar = new Jar();
  const begun = await app.guest().post('/api/identities/google/begin', {});
  const asked = new URL(String(begun.body['url'])).searchParams;
  issuer.idToken = () => token(asked.get('nonce') ?? '');
  const answer = { state: asked.get('state') ?? '', code: 'c' };
  return app.guest().post('/api/identities/google/finish', answer, jar.keep(begun).headers);
}

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('an id token', () => {
  it('that is good is believed', async () => {
    expect(outcome(await cameBack((nonce) => issuer.signed({ nonce })))).toEqual([200, 'arrived']);
  });

  it('without a signature is not, however it is written', async () => {
    const claims = (nonce: string) => ({ nonce, email: 'eve@mail.test', email_verified: true });
    const unsigned = (nonce: string) =>
      new UnsecuredJWT(claims(nonce))
        .setIssuer(issuer.url)
        .setAudience(issuer.clientId)
        .setSubject('42')
        .setIssuedAt()
        .setExpirationTime('10m')
        .encode();
    expect(outcome(await cameBack(unsigned))).toEqual(invalid);
    const spelt = (nonce: string) =>
      unsigned(nonce).replace(/^[^.]+/, base64({ alg: 'nOnE', kid: 'first' }));
    expect(outcome(await cameBack(spelt))).toEqual(invalid);
    const cut = async (nonce: string) => (await issuer.signed({ nonce })).replace(/[^.]+$/, '');
    expect(outcome(await cameBack(cut))).toEqual(invalid);
  });

  it('signed with HS256 is not: neither the public key nor the client secret is a key for it', async () => {
    const pem = issuer.keys ? await exportSPKI(issuer.keys.publicKey) : '';
    const now = Math.floor(Date.now() / 1_000);
    const claims = { iss: issuer.url, aud: issuer.clientId, sub: '42', iat: now, exp: now + 600 };
    for (const secret of [pem, clientSecret]) {
      const confused = (nonce: string) => {
        const head = base64({ alg: 'HS256', kid: 'first' });
        const text = `${head}.${base64({ ...claims, nonce })}`;
        return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
      };
      expect(outcome(await cameBack(confused))).toEqual(invalid);
    }
  });

  it('signed by somebody else is not, and names no file and no address to fetch a key from', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
    const jwk = { kty: 'RSA', n: 'x', e: 'AQAB' };
    const headers = [
      {},
      { kid: '../../../../dev/null' },
      { kid: "x' union select 'key" },
      { jku: `${issuer.url}/stolen` },
      { x5u: `${issuer.url}/stolen` },
      { jwk },
    ];
    expect(await exportSPKI(publicKey)).toContain('PUBLIC');
    for (const header of headers) {
      const forged = (nonce: string) => issuer.signed({ nonce }, header, privateKey);
      expect(outcome(await cameBack(forged))).toEqual(invalid);
    }
    expect(issuer.keysAsked.filter((path) => path !== '/keys')).toEqual([]);
  });

  it('for somebody else, from somebody else, too old or for another question is not', async () => {
    const now = Math.floor(Date.now() / 1_000);
    const wrong = [
      { aud: 'another-client' },
      { aud: [issuer.clientId, 'another-client'], azp: 'another-client' },
      { iss: 'https://accounts.google.com' },
      { exp: now - 3_600, iat: now - 7_200 },
      { nonce: 'of another log-in' },
      { nonce: undefined },
      { sub: '' },
    ];
    for (const claims of wrong)
      expect([
        claims,
        outcome(await cameBack((nonce) => issuer.signed({ nonce, ...claims }))),
      ]).toEqual([claims, invalid]);
  });

  it('signed with a key that came later is believed once the keys are a minute old', async () => {
    await cameBack((nonce) => issuer.signed({ nonce }));
    await issuer.rotate('second');
    const now = Date.now();
    jest.spyOn(Date, 'now').mockImplementation(() => now + 90_000);
    expect(outcome(await cameBack((nonce) => issuer.signed({ nonce })))).toEqual([200, 'arrived']);
    expect(issuer.keysAsked).toEqual(['/keys']);
  });
});

describe('an issuer', () => {
  it('that fails is called away, and nobody is let in', async () => {
    issuer.status = 503;
    expect(outcome(await cameBack((nonce) => issuer.signed({ nonce })))).toEqual([
      503,
      'identities.provider_gone',
    ]);
  });

  it('that does not say whether the address is proved has not proved it', async () => {
    const jar = new Jar();
    const silent = (nonce: string) =>
      issuer.signed({ nonce, email_verified: undefined, sub: '43' });
    jar.keep(await cameBack(silent));
    const { body } = await app.guest().get('/api/identities/arrival', jar.headers);
    expect(body).toMatchObject({ email: 'eve@mail.test', emailVerified: false });
  });
});
