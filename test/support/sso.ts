import type { SsoRules } from '@wire/sso';
import { createSandbox, type Sandbox } from '../../apps/sandbox/src/sandbox';
import { readSettings } from '../../apps/sandbox/src/core/settings';
import { TestApp, type Answer } from './app';
import { chosenAt, type Chosen } from './at-provider';
import { Jar, Member } from './members';
import { founded, tokenOf, type House } from './organisations';

export interface Corporate {
  readonly app: TestApp;
  readonly sandbox: Sandbox;
  /** Of the sandbox: its directory is at `/directory`. */
  readonly url: string;
}

/** The house beside a directory and a name server that it asks. */
export async function withDirectory(): Promise<Corporate> {
  const ports = { SANDBOX_PORT: '0', SANDBOX_SMTP_PORT: '0', SANDBOX_DNS_PORT: '0' };
  const settings = { ...ports, SANDBOX_DB: ':memory:', PUBLIC_URL: 'http://market.test' };
  const sandbox = createSandbox(readSettings(settings));
  const url = await sandbox.start();
  const { port } = (await (await fetch(`${url}/api/names`)).json()) as { port: number };
  const app = await TestApp.start({
    OUTGOING_ALLOWED: new URL(url).host,
    DNS_SERVERS: `127.0.0.1:${String(port)}`,
  });
  return { app, sandbox, url };
}

let count = 0;

/** A domain that nobody has yet. */
export const freshDomain = (): string => `nile${String((count += 1))}.test`;

export const putRecord = (url: string, name: string, text: string): Promise<Response> =>
  fetch(`${url}/api/names`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, text }),
  });

export const ssoOf = (house: House, path = ''): string =>
  `/api/organisations/${house.id}/sso${path}`;

interface Page {
  readonly domains: { id: string; name: string; record: { name: string; value: string } }[];
}

/** An organisation whose domain is proved. */
export async function withDomain({ app, url }: Corporate, domain = freshDomain()) {
  const house = await founded(app, await Member.signedUp(app, ['client']));
  const { owner } = house;
  const claimed = await owner.post(ssoOf(house, '/domains'), { name: domain });
  const { domains } = (await owner.get(ssoOf(house))).body as unknown as Page;
  const record = domains.find(({ name }) => name === domain)?.record;
  await putRecord(url, record?.name ?? '', record?.value ?? '');
  const checked = await owner.post(ssoOf(house, `/domains/${String(claimed.body['id'])}/check`));
  if (checked.status !== 204) throw new Error(JSON.stringify(checked.body));
  return { house, domain };
}

export const rules: SsoRules = {
  ...{ state: 'on', joins: true, defaultRole: 'hirer', trustsFactor: false },
};

export const saveIssuer = (app: TestApp, { owner, ...house }: House, issuer: string, more = {}) =>
  app.guest().put(
    `/api/organisations/${house.id}/sso/issuer`,
    {
      issuer,
      clientId: 'guildhall-directory',
      clientSecret: 'sandbox-directory-secret',
      ...more,
    },
    { ...owner.jar.headers, ...owner.proof() },
  );

export const saveRules = (app: TestApp, house: House, more: Partial<SsoRules> = {}) =>
  app
    .guest()
    .put(
      ssoOf(house, '/rules'),
      { ...rules, ...more },
      { ...house.owner.jar.headers, ...house.owner.proof() },
    );

/** An organisation with a domain and the directory as its issuer, switched on. */
export async function withSso(corporate: Corporate, more: Partial<SsoRules> = {}) {
  const { app, url } = corporate;
  const { house, domain } = await withDomain(corporate);
  const saved = await saveIssuer(app, house, `${url}/directory`);
  const ruled = await saveRules(app, house, { ...more, state: 'on' });
  for (const { status, body } of [saved, ruled])
    if (status !== 204) throw new Error(JSON.stringify(body));
  return { house, domain };
}

export interface Coming {
  readonly jar?: Jar;
  /** The address that is typed at the log-in; the one of who comes without it. */
  readonly typed?: string;
}

/** By the address to the issuer of the organisation, somebody chosen there, and back. */
export async function comes(
  app: TestApp,
  house: Pick<House, 'id'>,
  who: Chosen & { readonly factor?: string },
  { jar = new Jar(), typed = who.email ?? '' }: Coming = {},
): Promise<{ answer: Answer; jar: Jar }> {
  const path = '/api/identities/sso';
  const begun = await app
    .guest()
    .post(`${path}/begin`, { email: typed, returnTo: '/jobs' }, jar.headers);
  const said = await chosenAt(String(begun.body['url']), who);
  const finish = `${path}/${house.id}/finish`;
  const answer = await app.guest().post(finish, said, jar.keep(begun).headers);
  return { answer, jar: jar.keep(answer) };
}

const details = { roles: ['client'], country: 'EG', timeZone: 'Africa/Cairo', locale: 'en' };

/** Answers the questions that a newcomer is asked. */
export async function joinsBy(app: TestApp, jar: Jar, name = 'Amira Hassan'): Promise<Answer> {
  const body = { name, ...details };
  const answer = await app.guest().post('/api/identities/arrival/join', body, jar.headers);
  jar.keep(answer);
  return answer;
}

/** A member with an address of the organisation, who came by invitation and has a password. */
export async function colleague(app: TestApp, house: House, domain: string): Promise<Member> {
  const member = await Member.signedUp(app, ['client']);
  const own = `${member.id}@${domain}`;
  await app.database.query('update accounts set email = $2 where id = $1', [member.id, own]);
  const path = `/api/organisations/${house.id}/invitations`;
  const invited = await house.owner.post(path, { email: own, role: 'hirer' });
  const token = await tokenOf(app, String(invited.body['id']));
  const answer = await member.post('/api/organisations/join', { token });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return Object.assign(member, { email: own });
}
