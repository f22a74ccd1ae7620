import type { ProviderName } from '@wire/identities';
import { createSandbox, type Sandbox } from '../../apps/sandbox/src/sandbox';
import { readSettings } from '../../apps/sandbox/src/core/settings';
import { TestApp, type Answer } from './app';
import { Jar } from './members';

/** The three providers, and the house that is registered with them. */
export async function withProviders(): Promise<{ app: TestApp; sandbox: Sandbox }> {
  const settings = {
    SANDBOX_PORT: '0',
    SANDBOX_SMTP_PORT: '0',
    SANDBOX_DNS_PORT: '0',
    SANDBOX_DB: ':memory:',
  };
  const sandbox = createSandbox(readSettings({ ...settings, PUBLIC_URL: 'http://market.test' }));
  const url = await sandbox.start();
  const of = (name: ProviderName) => ({
    [`${name.toUpperCase()}_CLIENT_ID`]: `guildhall-${name}`,
    [`${name.toUpperCase()}_CLIENT_SECRET`]: `sandbox-${name}-secret`,
  });
  const app = await TestApp.start({
    GOOGLE_ISSUER: `${url}/google`,
    LINKEDIN_ISSUER: `${url}/linkedin/oauth`,
    FACEBOOK_URL: `${url}/facebook`,
    FACEBOOK_GRAPH_URL: `${url}/facebook/graph`,
    ...{ ...of('google'), ...of('linkedin'), ...of('facebook') },
  });
  return { app, sandbox };
}

export interface Chosen {
  readonly name?: string;
  readonly email?: string;
  readonly verified?: string;
  readonly refuse?: string;
}

/** What stands in the address to which the provider sends the browser. */
export async function chosenAt(url: string, who: Chosen): Promise<Record<string, string>> {
  const answer = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ ...who }),
  });
  const back = new URL(answer.headers.get('location') ?? 'http://nowhere');
  const { state, code, error } = Object.fromEntries(back.searchParams);
  return { state: state ?? '', ...(code && { code }), ...(error && { error }) };
}

/** To the provider, somebody chosen there, and back; at a browser of one's own unless one is given. */
export async function backFrom(
  app: TestApp,
  provider: ProviderName,
  who: Chosen,
  { jar = new Jar(), returnTo = '/' } = {},
): Promise<{ answer: Answer; jar: Jar }> {
  const path = `/api/identities/${provider}`;
  const begun = await app.guest().post(`${path}/begin`, { returnTo }, jar.headers);
  const said = await chosenAt(String(begun.body['url']), who);
  const answer = await app.guest().post(`${path}/finish`, said, jar.keep(begun).headers);
  return { answer, jar: jar.keep(answer) };
}
