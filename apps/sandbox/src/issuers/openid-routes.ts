import type { FastifyInstance, FastifyRequest } from 'fastify';
import { authorizeRoutes } from './authorize';
import type { Issuers, Signature } from './issuers';
import type { IssuerName } from './people';

interface Form {
  grant_type?: string;
  code?: string;
  redirect_uri?: string;
  client_id?: string;
  client_secret?: string;
  code_verifier?: string;
}

/** Where each has its addresses, below its issuer, and whether it knows RFC 7636. */
const places = {
  google: {
    root: '',
    authorize: '/o/oauth2/v2/auth',
    token: '/token',
    userinfo: '/v1/userinfo',
    keys: '/oauth2/v3/certs',
    knowsPkce: true,
  },
  directory: {
    root: '',
    authorize: '/authorize',
    token: '/token',
    userinfo: '/userinfo',
    keys: '/keys',
    knowsPkce: true,
  },
  linkedin: {
    root: '/oauth',
    authorize: '/v2/authorization',
    token: '/v2/accessToken',
    userinfo: '/v2/userinfo',
    keys: '/openid/jwks',
    knowsPkce: false,
  },
} as const;

/** OpenID Connect as Google and LinkedIn speak it, with what LinkedIn leaves out. */
export function openIdRoutes(
  app: FastifyInstance,
  issuer: Exclude<IssuerName, 'facebook'>,
  issuers: Issuers,
): void {
  const place = places[issuer];
  const { root } = place;
  const at = ({ host }: FastifyRequest) => `http://${host}/${issuer}${root}`;
  app.get(`${root}/.well-known/openid-configuration`, (request) =>
    discovery(at(request), place, issuers.algorithmOf(issuer)),
  );
  app.get(`${root}${place.keys}`, () => issuers.published());
  authorizeRoutes(app, { path: `${root}${place.authorize}`, issuer, issuers });
  app.post<{ Body: Form | null }>(`${root}${place.token}`, async (request, reply) => {
    const form = request.body ?? {};
    const refuse = (error: string) => reply.code(400).send({ error, error_description: error });
    const { client_id: id = '', client_secret: secret = '', code_verifier: verifier } = form;
    // LinkedIn says this to a verifier too.
    if (!issuers.isClient(issuer, id, secret) || (verifier && !place.knowsPkce))
      return reply.code(401).send({ error: 'invalid_client' });
    if (form.grant_type !== 'authorization_code') return refuse('unsupported_grant_type');
    const { code = '', redirect_uri: redirectUri = '' } = form;
    const grant = issuers.redeem(issuer, { code, redirectUri, verifier });
    if (!grant) return refuse('invalid_grant');
    const { token, expiresIn } = issuers.accessToken(issuer, grant.person);
    return {
      access_token: token,
      expires_in: expiresIn,
      scope: 'openid email profile',
      token_type: 'Bearer',
      id_token: await issuers.idToken(at(request), grant),
    };
  });
  app.get(`${root}${place.userinfo}`, ({ headers }, reply) => {
    const person = issuers.whoHas(issuer, (headers.authorization ?? '').replace('Bearer ', ''));
    if (!person) return reply.code(401).send({ error: 'invalid_token' });
    const { subject: sub, name, email, emailVerified } = person;
    return { sub, name, email, email_verified: emailVerified };
  });
}

const discovery = (
  issuer: string,
  place: (typeof places)[keyof typeof places],
  alg: Signature,
) => ({
  issuer,
  authorization_endpoint: `${issuer}${place.authorize}`,
  token_endpoint: `${issuer}${place.token}`,
  userinfo_endpoint: `${issuer}${place.userinfo}`,
  jwks_uri: `${issuer}${place.keys}`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: [alg],
  scopes_supported: ['openid', 'email', 'profile'],
  token_endpoint_auth_methods_supported: ['client_secret_post'],
  claims_supported: ['iss', 'aud', 'sub', 'exp', 'iat', 'name', 'email', 'email_verified'],
  ...(place.knowsPkce && { code_challenge_methods_supported: ['plain', 'S256'] }),
});
