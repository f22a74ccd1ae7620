import { expect } from '@playwright/test';
import { open, takenOver } from '../pages';
import type { Person } from '../person';
import { stack } from '../stack';

const isHome = (url: URL) => url.pathname === '/';

/** Types the address at the log-in, and is led to the directory by its domain. */
export async function comesFromTheDirectory(person: Person, email: string): Promise<void> {
  const { page } = person;
  await person.context.clearCookies();
  await open(person, '/login');
  await person.link('accounts.sso.link').click();
  await person.reads('accounts.sso.heading');
  await expect(
    person.button('accounts.sso.verb'),
    'nobody is sent without an address',
  ).toBeDisabled();
  await person.link('accounts.sso.other').click();
  await person.field('accounts.email').fill(email);
  await person.link('accounts.sso.verb').click();
  await person.reads('accounts.sso.heading');
  await expect(person.field('accounts.email')).toHaveValue(email);
  await person.button('accounts.sso.verb').click();
  await page.waitForURL((url) => url.origin === stack.sandbox);
  await page.getByLabel('Name', { exact: true }).fill(person.name);
  await page.getByLabel('Address', { exact: true }).fill(email);
  await page.getByRole('button', { name: 'Go on as this person' }).click();
  await page.waitForURL((url) => url.origin === stack.marketplace);
}

export async function joins(person: Person): Promise<void> {
  await person.reads('accounts.arrival.join.heading');
  await person.field('accounts.country').selectOption('EG');
  await person.button('accounts.signUp.verb').click();
  await person.page.waitForURL(isHome);
  await takenOver(person);
}

export async function isIn(person: Person, organisation: string): Promise<void> {
  await person.page.waitForURL(isHome);
  await open(person, '/org/members');
  await person.sees(organisation);
}

interface Found {
  readonly Resources: readonly { readonly id: string }[];
}

/** What the directory does when somebody leaves the company. */
export async function leavesTheCompany(key: string, email: string): Promise<void> {
  const users = `${stack.marketplace}/scim/v2/Users`;
  const headers = {
    authorization: `Bearer ${key}`,
    'content-type': 'application/scim+json',
  };
  const filter = encodeURIComponent(`userName eq "${email}"`);
  const found = await fetch(`${users}?filter=${filter}`, { headers });
  const { Resources } = (await found.json()) as Found;
  const answer = await fetch(`${users}/${Resources[0]?.id ?? ''}`, {
    method: 'PATCH',
    headers,
    body: JSON.stringify({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [{ op: 'Replace', path: 'active', value: 'False' }],
    }),
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('application/scim+json');
}

/** At the browser where they were in: the next page is the log-in. */
export async function isOut(person: Person): Promise<void> {
  await open(person, '/org/members');
  await person.reads('accounts.logIn.heading');
}
