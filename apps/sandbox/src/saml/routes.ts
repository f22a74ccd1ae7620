import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { choose, type Form } from '../issuers/authorize';
import { pickPage, wrongPage } from '../issuers/pick-page';
import { html } from '../page/html';
import { originOf, sendPage } from '../page/page';
import { faults, isFault } from './faults';
import { metadataOf, readRequest, type Asked, type IdentityProvider } from './identity-provider';

interface Query {
  SAMLRequest?: string;
  RelayState?: string;
  /** Without a request: whom to tell, where it is. */
  audience?: string;
  acs?: string;
}
interface Here {
  Querystring: Query;
  Body: (Form & { fault?: string }) | null;
}

/** A directory that speaks SAML 2.0: asked by redirect, and answers by a form in the browser. */
export function samlRoutes(app: FastifyInstance, idp: IdentityProvider, publicUrl: string): void {
  const at = ({ host }: FastifyRequest) => `http://${host}/saml`;
  const registered = `${publicUrl}/api/identities/saml/`;
  const asked = (query: Query): Asked | undefined => {
    const { SAMLRequest: request, RelayState: relayState = '', audience, acs } = query;
    const found = request === undefined ? byHand(audience, acs) : readRequest(request);
    return found?.acs.startsWith(registered) ? { ...found, relayState } : undefined;
  };
  app.get('/metadata', async (request, reply) => {
    const here = at(request);
    reply.type('application/samlmetadata+xml');
    return metadataOf(`${here}/metadata`, `${here}/sso`, await idp.known());
  });
  app.get<Here>('/sso', ({ query, url }, reply) => {
    const found = asked(query);
    if (!found) return sendPage(reply, wrongPage('directory', nobody));
    return sendPage(reply, pickPage('directory', url, found.acs, faultField));
  });
  app.post<Here>('/sso', async (request, reply) => {
    const { query, body } = request;
    const [found, fault = 'none'] = [asked(query), body?.fault];
    const chosen = choose('directory', body ?? {});
    if (!found || !chosen || !isFault(fault) || body?.refuse)
      return sendPage(reply, wrongPage('directory', found ? cancelled : nobody));
    const answer = await idp.answer(`${at(request)}/metadata`, found, chosen, fault);
    return sendAnswer(reply, found, answer);
  });
}

const nobody = 'Nobody is registered who would be answered there.';
const cancelled = 'You did not log in, and nobody was told anything.';

const byHand = (audience?: string, acs?: string) =>
  audience && acs ? { id: undefined, audience, acs } : undefined;

const faultField = html`<p class="field">
  <label for="fault">What is wrong with the answer</label>
  <select id="fault" name="fault">
    ${Object.entries(faults).map(
      ([name, words]) => html`<option value="${name}">${words}</option>`,
    )}
  </select>
</p>`;

/** The POST binding: a form that sends itself. */
function sendAnswer(reply: FastifyReply, { acs, relayState }: Asked, xml: string): FastifyReply {
  return sendPage(reply, {
    title: 'Going back · Guildhall sandbox',
    style: 'main { padding: 32px; }',
    formTargets: [originOf(acs) ?? "'self'"],
    script: 'document.forms[0].submit()',
    body: html`<main>
      <form method="post" action="${acs}">
        <input type="hidden" name="SAMLResponse" value="${Buffer.from(xml).toString('base64')}" />
        ${relayState && html`<input type="hidden" name="RelayState" value="${relayState}" />`}
        <button class="primary">Go back</button>
      </form>
    </main>`,
  });
}

/** For whoever tests: another key signs from now on, and the one before is published beside it. */
export function samlApi(app: FastifyInstance, idp: IdentityProvider): void {
  const says = 'The directory signs its SAML answers with another key from now on.';
  app.post('/api/saml/rotate', { config: { says } }, async () => {
    const { certificate } = await idp.newKey();
    return { certificate };
  });
}
