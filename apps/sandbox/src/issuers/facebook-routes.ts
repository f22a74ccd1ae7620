import type { FastifyInstance } from 'fastify';
import { isSame, signHex } from '../core/ids';
import { authorizeRoutes } from './authorize';
import type { Issuers, Signature } from './issuers';

interface Form {
  code?: string;
  redirect_uri?: string;
  client_id?: string;
  client_secret?: string;
  code_verifier?: string;
}
interface Query {
  fields?: string;
  appsecret_proof?: string;
}

/** Errors of the Graph API have a shape of their own. */
const graphError = (code: number, message: string) => ({
  error: { message, type: 'OAuthException', code, fbtrace_id: 'A' },
});

/** OAuth 2 and the Graph API as Facebook speaks them: no id token, no word about the address. */
export function facebookRoutes(app: FastifyInstance, issuers: Issuers): void {
  const issuer = 'facebook';
  authorizeRoutes(app, { path: '/:version/dialog/oauth', issuer, issuers });
  app.post<{ Body: Form | null }>('/graph/:version/oauth/access_token', ({ body }, reply) => {
    const { client_id: id = '', client_secret: secret = '', code = '', ...form } = body ?? {};
    if (!issuers.isClient(issuer, id, secret))
      return reply.code(400).send(graphError(1, 'Error validating client secret.'));
    const { redirect_uri: redirectUri = '', code_verifier: verifier } = form;
    const grant = issuers.redeem(issuer, { code, redirectUri, verifier });
    if (!grant)
      return reply.code(400).send(graphError(100, 'This authorization code has been used.'));
    const { token, expiresIn } = issuers.accessToken(issuer, grant.person);
    return reply.send({ access_token: token, token_type: 'bearer', expires_in: expiresIn });
  });
  app.get<{ Querystring: Query }>('/graph/:version/me', ({ headers, query }, reply) => {
    const token = (headers.authorization ?? '').replace('Bearer ', '');
    const person = issuers.whoHas(issuer, token);
    const proof = signHex(issuers.settings[issuer].clientSecret, token);
    if (!person) return reply.code(400).send(graphError(190, 'Invalid OAuth access token.'));
    if (!isSame(query.appsecret_proof ?? '', proof))
      return reply.code(400).send(graphError(100, 'Invalid appsecret_proof provided'));
    const { subject, name, email } = person;
    const known: Record<string, string> = { id: subject, name, ...(email && { email }) };
    const wanted = (query.fields ?? 'id,name').split(',');
    return Object.fromEntries(Object.entries(known).filter(([field]) => wanted.includes(field)));
  });
}

/** For whoever tests: keys change at the providers, and nobody is told. */
export function issuersApi(app: FastifyInstance, issuers: Issuers): void {
  const says = 'Google and LinkedIn sign with another key from now on.';
  app.post('/api/issuers/rotate', { config: { says } }, async () => {
    const { kid } = await issuers.newKey();
    return { kid };
  });
  app.put<{ Body: { alg: Signature } }>(
    '/api/issuers/signs',
    {
      config: { says: 'How the directory signs: {alg}, such as ES256.' },
      schema: {
        body: {
          type: 'object',
          additionalProperties: false,
          required: ['alg'],
          properties: { alg: { enum: ['RS256', 'ES256', 'PS256', 'ES384'] } },
        },
      },
    },
    ({ body }) => ({ alg: issuers.signs.set(body.alg) }),
  );
}
