import { createHash, randomBytes } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { signHex } from '../core/ids';
import { createWorld, type World } from '../testing/world';

let world: World;
beforeEach(async () => (world = await createWorld()));
afterEach(() => world.stop());

const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');
const redirect = (name: string) => `http://localhost:4200/login/${name}`;

const asked = (name: string, more: Record<string, string> = {}) =>
  new URLSearchParams({
    client_id: `guildhall-${name}`,
    redirect_uri: redirect(name),
    response_type: 'code',
    state: 's',
    nonce: 'n',
    ...more,
  }).toString();

/** Where the browser is sent after it has chosen. */
async function chosen(path: string, query: string, form: Record<string, string>) {
  const answer = await world.form(`${path}?${query}`, form);
  return new URL(answer.headers.get('location') ?? 'http://nowhere');
}

async function exchange(path: string, name: string, code: string, more = {}) {
  const answer = await world.form(path, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirect(name),
    client_id: `guildhall-${name}`,
    client_secret: `sandbox-${name}-secret`,
    ...more,
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}

describe('Google', () => {
  const path = '/google/o/oauth2/v2/auth';
  const query = asked('google', { code_challenge: challenge, code_challenge_method: 'S256' });

  it('gives a code that is good once and with its verifier, and a token with the nonce', async () => {
    const back = await chosen(path, query, { pick: '0' });
    expect([back.origin, back.pathname, back.searchParams.get('state')]).toEqual([
      'http://localhost:4200',
      '/login/google',
      's',
    ]);
    const code = back.searchParams.get('code') ?? '';
    const { body } = await exchange('/google/token', 'google', code, { code_verifier: verifier });
    const keys = createRemoteJWKSet(new URL(`${world.url}/google/oauth2/v3/certs`));
    const { payload } = await jwtVerify(body['id_token'] ?? '', keys, {
      issuer: `${world.url}/google`,
      audience: 'guildhall-google',
    });
    expect(payload).toMatchObject({ nonce: 'n', email: 'nadia.rahman@mail.test' });
    const again = await exchange('/google/token', 'google', code, { code_verifier: verifier });
    expect([again.status, again.body['error']]).toEqual([400, 'invalid_grant']);
  });

  it('gives nothing for another verifier, another address or another secret', async () => {
    const code = async () =>
      (await chosen(path, query, { pick: '0' })).searchParams.get('code') ?? '';
    for (const wrong of [{ code_verifier: 'x' }, { redirect_uri: 'http://localhost:4200/' }]) {
      const more = { code_verifier: verifier, ...wrong };
      expect((await exchange('/google/token', 'google', await code(), more)).status).toBe(400);
    }
    const secret = { client_secret: 'x', code_verifier: verifier };
    expect((await exchange('/google/token', 'google', await code(), secret)).status).toBe(401);
  });

  it('sends nobody to an address that is not registered', async () => {
    const query = asked('google', { redirect_uri: 'http://localhost:4200/elsewhere' });
    const answer = await world.form(`${path}?${query}`, { pick: '0' });
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
  });

  it('says when somebody refuses', async () => {
    const back = await chosen(path, query, { refuse: 'yes' });
    expect(back.searchParams.get('error')).toBe('access_denied');
  });
});

describe('LinkedIn', () => {
  it('refuses a verifier and leaves the nonce out, as the real one does', async () => {
    const back = () => chosen('/linkedin/oauth/v2/authorization', asked('linkedin'), { pick: '0' });
    const path = '/linkedin/oauth/v2/accessToken';
    const code = (await back()).searchParams.get('code') ?? '';
    const refused = await exchange(path, 'linkedin', code, { code_verifier: verifier });
    expect([refused.status, refused.body['error']]).toEqual([401, 'invalid_client']);
    const { body } = await exchange(path, 'linkedin', code);
    const keys = createRemoteJWKSet(new URL(`${world.url}/linkedin/oauth/openid/jwks`));
    const { payload } = await jwtVerify(body['id_token'] ?? '', keys);
    expect(payload['nonce']).toBeUndefined();
  });
});

describe('Facebook', () => {
  it('answers the Graph API to who proves to have the secret', async () => {
    const back = await chosen('/facebook/v23.0/dialog/oauth', asked('facebook'), { pick: '1' });
    const code = back.searchParams.get('code') ?? '';
    const path = '/facebook/graph/v23.0/oauth/access_token';
    const { body } = await exchange(path, 'facebook', code);
    const token = body['access_token'] ?? '';
    const me = (proof: string) =>
      fetch(`${world.url}/facebook/graph/v23.0/me?fields=id,name,email&appsecret_proof=${proof}`, {
        headers: { authorization: `Bearer ${token}` },
      });
    expect((await me('x')).status).toBe(400);
    const answer = await me(signHex('sandbox-facebook-secret', token));
    expect(await answer.json()).toMatchObject({
      name: 'Tom Okafor',
      email: 'tom.okafor@mail.test',
    });
    const again = await exchange(path, 'facebook', code);
    expect(again.body['error']).toMatchObject({ type: 'OAuthException' });
  });
});
