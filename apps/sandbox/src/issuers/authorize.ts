import type { FastifyInstance, FastifyReply } from 'fastify';
import { sendPage } from '../page/page';
import type { Asked, Issuers } from './issuers';
import { peopleAt, person, type IssuerName, type Person } from './people';
import { pickPage, wrongPage } from './pick-page';

interface Query {
  client_id?: string;
  redirect_uri?: string;
  response_type?: string;
  scope?: string;
  state?: string;
  nonce?: string;
  code_challenge?: string;
  code_challenge_method?: string;
}
export interface Form {
  pick?: string;
  refuse?: string;
  name?: string;
  email?: string;
  verified?: string;
  factor?: string;
}
interface Here {
  Querystring: Query;
  Body: Form | null;
}

/** LinkedIn has a word of its own for a no. */
const noes = {
  google: { error: 'access_denied' },
  linkedin: { error: 'user_cancelled_login', error_description: 'The user cancelled.' },
  facebook: { error: 'access_denied', error_reason: 'user_denied', error_code: '200' },
  directory: { error: 'access_denied' },
};

/** The page that a browser is sent to, and what it sends back. */
export function authorizeRoutes(
  app: FastifyInstance,
  { path, issuer, issuers }: { path: string; issuer: IssuerName; issuers: Issuers },
): void {
  const wrong = ({ client_id: id, redirect_uri: uri, response_type: type }: Query) => {
    const { clientId, redirectUri } = issuers.settings[issuer];
    if (id !== clientId) return 'invalid_client: nobody is registered under this id.';
    const isBelow = redirectUri.endsWith('/') && uri?.startsWith(redirectUri);
    if (uri !== redirectUri && !isBelow)
      return 'redirect_uri_mismatch: it is not the one that is registered.';
    return type === 'code' ? undefined : 'unsupported_response_type';
  };
  app.get<Here>(path, ({ query, url }, reply) => {
    const why = wrong(query);
    if (why !== undefined) return sendPage(reply, wrongPage(issuer, why));
    return sendPage(reply, pickPage(issuer, url, query.redirect_uri ?? ''));
  });
  app.post<Here>(path, ({ query, body }, reply) => {
    const why = wrong(query);
    if (why !== undefined) return sendPage(reply, wrongPage(issuer, why));
    const chosen = body?.refuse ? undefined : choose(issuer, body ?? {});
    const answer = chosen ? { code: issuers.grant(issuer, chosen, askedBy(query)) } : noes[issuer];
    return back(reply, query, answer);
  });
}

export function choose(issuer: IssuerName, form: Form): Person | undefined {
  const { pick, name = '', email = '', verified, factor } = form;
  if (pick !== undefined) return peopleAt(issuer)[Number(pick)];
  const amr = factor === 'yes' ? ['pwd', 'otp', 'mfa'] : ['pwd'];
  return { ...person(name.trim(), email.trim().toLowerCase(), verified === 'yes'), amr };
}

const askedBy = ({ redirect_uri: redirectUri = '', nonce, code_challenge }: Query): Asked => ({
  redirectUri,
  nonce,
  challenge: code_challenge,
});

function back(
  reply: FastifyReply,
  { redirect_uri: uri = '', state }: Query,
  answer: Record<string, string>,
) {
  const url = new URL(uri);
  for (const [name, value] of Object.entries({ ...answer, ...(state && { state }) }))
    url.searchParams.set(name, value);
  return reply.redirect(url.href, 303);
}
