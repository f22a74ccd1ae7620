import { expect } from '@playwright/test';
import { open, takenOver } from '../pages';
import { password, type Person } from '../person';
import { sandbox } from '../sandbox';
import { stack } from '../stack';

export type Brand = 'Google' | 'Facebook' | 'LinkedIn';

const isHome = (url: URL) => url.pathname === '/';

/** To the provider, and there somebody else than those who stand ready. */
export async function goesTo(person: Person, brand: Brand): Promise<void> {
  await open(person, '/login');
  await person.button('accounts.providers.with', { brand }).click();
  await person.page.waitForURL((url) => url.origin === stack.sandbox);
}

/** Says there who they are; the browser comes back by itself. */
export async function isSomebody(person: Person): Promise<void> {
  const { page } = person;
  await page.getByLabel('Name', { exact: true }).fill(person.name);
  await page.getByLabel('Address', { exact: true }).fill(person.email);
  await page.getByRole('button', { name: 'Go on as this person' }).click();
  await page.waitForURL((url) => url.origin === stack.marketplace);
}

export async function refusesThere(person: Person, brand: Brand): Promise<void> {
  await goesTo(person, brand);
  await person.page.getByRole('button', { name: /^Cancel/ }).click();
  await person.reads('accounts.providers.failed', { brand });
  await person.sees(person.say('problems.identities.refused'));
}

/** The few things that a provider does not know. */
async function answersTheRest(person: Person): Promise<void> {
  await person.reads('accounts.arrival.join.heading');
  await expect(person.field('accounts.name')).toHaveValue(person.name);
  await person.field('accounts.country').selectOption('EG');
  await person.button('accounts.signUp.verb').click();
}

/** A new account by a provider that vouches for the address. */
export async function joinsBy(person: Person, brand: Brand): Promise<void> {
  await goesTo(person, brand);
  await isSomebody(person);
  await answersTheRest(person);
  await person.page.waitForURL(isHome);
  await takenOver(person);
}

/** The same by one that does not: the address is proved by mail, and the two are linked then. */
export async function joinsByMailToo(person: Person, brand: Brand): Promise<void> {
  await goesTo(person, brand);
  await isSomebody(person);
  await answersTheRest(person);
  await person.reads('accounts.verify.mail.heading');
  let code = '';
  await expect
    .poll(async () => {
      const [mail] = await sandbox.mailsTo(person.email);
      code = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? '';
      return code;
    })
    .toBeTruthy();
  await person.field('accounts.code').fill(code);
  await person.link('accounts.verify.later').click();
  await links(person, brand);
}

/** Asked whether, and says yes. */
async function links(person: Person, brand: Brand): Promise<void> {
  await person.reads('accounts.arrival.link.heading', { brand });
  await person.button('accounts.arrival.link.verb', { brand }).click();
  await person.page.waitForURL(isHome);
  await takenOver(person);
}

export async function entersBy(person: Person, brand: Brand): Promise<void> {
  await person.losesCookies();
  await goesTo(person, brand);
  await isSomebody(person);
  await person.page.waitForURL(isHome);
  await takenOver(person);
}

/** The address has an account: nobody is in before its password was typed. */
export async function linksToWhatThereWas(person: Person, brand: Brand): Promise<void> {
  await person.losesCookies();
  await goesTo(person, brand);
  await isSomebody(person);
  await person.reads('accounts.arrival.known.heading');
  await person.link('accounts.arrival.known.verb').click();
  await person.reads('accounts.logIn.heading');
  await person.field('accounts.email').fill(person.email);
  await person.field('accounts.password').fill(password);
  await person.button('accounts.logIn.verb').click();
  await links(person, brand);
}

export async function looksAtConnected(person: Person, brand: Brand): Promise<void> {
  await open(person, '/settings/connected');
  await person.reads('connected.heading');
  await expect(person.button('connected.unlink.named', { brand })).toBeVisible();
  // A link that the bottom bar half covers is measured by what sticks out of it: to the end.
  await person.page.mouse.wheel(0, 10_000);
}
