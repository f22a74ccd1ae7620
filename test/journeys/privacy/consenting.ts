import { expect, type Locator } from '@playwright/test';
import { ask } from '../j1/world';
import { begins, open } from '../pages';
import type { Person } from '../person';

const banner = (person: Person): Locator =>
  person.page.getByRole('region', { name: person.say('shell.consent.heading') });

/** Every page that a browser told us about. Nothing, until somebody said yes. */
export function counted({ page }: Person): string[] {
  const seen: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/consents/page')) seen.push(request.postData() ?? '');
  });
  return seen;
}

/** Goes on by links, as the counting follows them. */
async function walks(person: Person, path: string): Promise<void> {
  const nav = person.page.getByRole('contentinfo');
  await nav.locator(`a[href="${path}"]`).click();
  await person.page.waitForURL(`**${path}`);
  await expect(person.page.getByRole('main').getByRole('heading').first()).toBeVisible();
}

/** Reads what is asked, looks around meanwhile, and ticks one of three. */
export async function choosesCounting(guest: Person): Promise<void> {
  const seen = counted(guest);
  await open(guest, '/');
  await expect(banner(guest)).toBeInViewport({ ratio: 1 });
  const both = ['shell.consent.reject', 'shell.consent.accept'].map((word) => guest.button(word));
  const [no, yes] = await Promise.all(both.map((one) => one.boundingBox()));
  expect(yes?.height, 'a no is as large as a yes').toBe(no?.height);
  await walks(guest, '/talent');
  expect(seen).toEqual([]);
  await guest.button('shell.consent.choose').click();
  await banner(guest)
    .getByLabel(begins(guest.say('shell.consent.purposes.analytics')))
    .check();
  await guest.button('shell.consent.save').click();
  await expect(banner(guest)).toBeHidden();
  await walks(guest, '/jobs');
  await expect.poll(() => seen.length).toBeGreaterThan(0);
  await guest.page.reload();
  await expect(banner(guest)).toBeHidden();
}

/** A click on yes does not overrule what the browser says. */
export async function isHeardBySignal(guest: Person): Promise<void> {
  const seen = counted(guest);
  await open(guest, '/');
  await guest.button('shell.consent.choose').click();
  for (const purpose of ['analytics', 'sale'])
    await expect(
      banner(guest).getByLabel(begins(guest.say(`shell.consent.purposes.${purpose}`))),
    ).toBeDisabled();
  await guest.button('shell.consent.accept').click();
  await expect(banner(guest)).toBeHidden();
  await walks(guest, '/talent');
  const { choices } = await ask<{ choices: { purpose: string; given: boolean }[] }>(
    guest,
    '/consents',
  );
  const given = choices.filter((one) => one.given).map(({ purpose }) => purpose);
  expect(given).toEqual(['marketing']);
  expect(seen).toEqual([]);
}

/** Both texts can be read where the button is. */
export async function readsTexts(person: Person): Promise<void> {
  await open(person, '/signup');
  for (const text of ['terms', 'privacy_notice']) {
    await person.button(`accounts.agreements.${text}`).click();
    const dialog = person.dialog(`accounts.agreements.headings.${text}`);
    await expect(
      dialog.getByText(person.say('accounts.agreements.version', { version: 1 })),
    ).toBeVisible();
    await person.page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
}

/** What was said, and when an account was opened, stands in the settings; one is taken back. */
export async function takesBackCounting(person: Person): Promise<void> {
  const seen = counted(person);
  await open(person, '/settings/privacy');
  await person.reads('privacy.consent.heading');
  const counting = person.page.getByRole('switch', {
    name: begins(person.say('privacy.consent.purposes.analytics')),
  });
  await expect(counting).toBeChecked();
  await person.button('privacy.consent.history').click();
  const lines = person.page.locator('app-consent-history li');
  for (const text of ['terms', 'privacy_notice'])
    await expect(
      lines
        .filter({ hasText: person.say(`privacy.consent.purposes.${text}`) })
        .filter({ hasText: person.say('privacy.consent.sources.sign_up') }),
    ).toHaveCount(1);
  await counting.click();
  await expect(counting).not.toBeChecked();
  await expect(
    lines.filter({ hasText: person.say('privacy.consent.withdrawn') }).first(),
  ).toBeVisible();
  seen.length = 0;
  await walks(person, '/talent');
  expect(seen).toEqual([]);
}
