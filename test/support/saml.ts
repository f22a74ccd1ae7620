import type { SsoRules } from '@wire/sso';
import type { Answer, TestApp } from './app';
import { Jar } from './members';
import type { House } from './organisations';
import { saveRules, withDomain, type Corporate } from './sso';

export const acsOf = (house: Pick<House, 'id'>): string => `/api/identities/saml/${house.id}/acs`;
export const entityIdOf = (house: Pick<House, 'id'>): string =>
  `http://market.test/api/sso/saml/${house.id}/metadata`;

export const saveSaml = (app: TestApp, { owner, ...house }: House, idp: object, unasked = false) =>
  app
    .guest()
    .put(
      `/api/organisations/${house.id}/sso/saml`,
      { idp, unasked },
      { ...owner.jar.headers, ...owner.proof() },
    );

/** An organisation with a domain and the directory of the sandbox by SAML, switched on. */
export async function withSaml(
  corporate: Corporate,
  { unasked = false, idp, ...more }: Partial<SsoRules> & { unasked?: boolean; idp?: object } = {},
) {
  const { app, url } = corporate;
  const { house, domain } = await withDomain(corporate);
  const described = idp ?? { by: 'address', url: `${url}/saml/metadata` };
  const saved = await saveSaml(app, house, described, unasked);
  const ruled = await saveRules(app, house, { ...more, state: 'on' });
  for (const { status, body } of [saved, ruled])
    if (status !== 204) throw new Error(JSON.stringify(body));
  return { house, domain };
}

/** Leaves for the identity provider; what the browser carries there, and the cookie that it keeps. */
export async function leaves(app: TestApp, email: string, jar = new Jar()) {
  const path = '/api/identities/sso/begin';
  const begun = await app.guest().post(path, { email, returnTo: '/jobs' }, jar.headers);
  const url = new URL(String(begun.body['url']));
  return { url, relayState: url.searchParams.get('RelayState') ?? '', jar: jar.keep(begun) };
}

/** As a browser posts the form of another site: no cookie of ours goes with it. */
export function posts(
  app: TestApp,
  house: Pick<House, 'id'>,
  form: Record<string, string>,
): Promise<Answer> {
  return app.form(acsOf(house), new URLSearchParams(form).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    origin: 'https://idp.example',
    'sec-fetch-site': 'cross-site',
  });
}

/** What the page does to which the browser is sent on. */
export async function finishes(
  app: TestApp,
  house: Pick<House, 'id'>,
  posted: Answer,
  jar: Jar,
): Promise<Answer> {
  const { searchParams } = new URL(String(posted.headers['location']));
  const said = Object.fromEntries(searchParams);
  const path = `/api/identities/sso/${house.id}/finish`;
  const answer = await app.guest().post(path, said, jar.headers);
  jar.keep(answer);
  return answer;
}

interface Somebody {
  readonly name: string;
  readonly email: string;
  readonly factor?: string;
  readonly fault?: string;
}

/** The form that the directory has the browser send. */
export async function answeredBy(url: URL | string, who: Somebody) {
  const body = new URLSearchParams({ ...who });
  const page = await (await fetch(url, { method: 'POST', body })).text();
  const found = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1];
  const relayState = found('RelayState');
  return {
    SAMLResponse: found('SAMLResponse') ?? '',
    ...(relayState && { RelayState: relayState }),
  };
}

/** By the address to the directory, somebody chosen there, and back. */
export async function comesBySaml(
  app: TestApp,
  house: Pick<House, 'id'>,
  who: Somebody,
  { typed = who.email, jar = new Jar() } = {},
): Promise<{ answer: Answer; jar: Jar; form: Record<string, string> }> {
  const { url } = await leaves(app, typed, jar);
  const form = await answeredBy(url, who);
  const answer = await finishes(app, house, await posts(app, house, form), jar);
  return { answer, jar, form };
}
