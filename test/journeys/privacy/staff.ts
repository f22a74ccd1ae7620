import { expect } from '@playwright/test';
import { open } from '../pages';
import type { Person } from '../person';
import { sandbox } from '../sandbox';

/** Support needs the address of somebody who called, and says what for. */
export async function revealsAddress(support: Person, id: string): Promise<void> {
  await open(support, `/users/${id}`);
  await support.button('users.reveal.open').first().click();
  const dialog = support.dialog('users.reveal.heading');
  await dialog.getByRole('textbox').fill('They called about ticket 4711.');
  await dialog.getByRole('button', { name: support.say('users.reveal.verb') }).click();
  await support.sees(support.say('users.reveal.done'));
}

/** The office and the reason, never the person. */
export async function seesWhoLooked(person: Person, support: Person): Promise<void> {
  await open(person, '/settings/privacy');
  await person.link('privacy.access.see').click();
  await person.reads('privacy.access.heading');
  const looks = person.page.locator('app-privacy-access li');
  await expect(looks.first()).toContainText(person.say('privacy.access.roles.support'));
  await expect(looks.first()).toContainText(person.say('privacy.access.reasons.account'));
  await expect(person.page.getByRole('main')).not.toContainText(support.name);
}

/** The desk shows who asked for what, and how much of the month of the law is left. */
export async function seesTheClock(compliance: Person, name: string): Promise<void> {
  await open(compliance, '/privacy?kind=deletion&state=open');
  const row = compliance.page.getByRole('row').filter({ hasText: name });
  await expect(row.first()).toContainText(compliance.say('privacy.states.scheduled'));
  const left = Math.floor(29.9 + (await sandbox.daysAhead()));
  await expect(row.first().locator('ui-time-left')).toContainText(String(left));
  await open(compliance, '/privacy?view=retention');
  await compliance.sees(compliance.say('privacy.categories.anti_money_laundering'));
}

/** Whoever left is a former member there too. */
export async function seesFormerMember(compliance: Person, name: string): Promise<void> {
  await open(compliance, '/privacy?kind=deletion');
  const rows = compliance.page.getByRole('row');
  await expect(
    rows.filter({ hasText: compliance.say('privacy.states.done') }).first(),
  ).toContainText('Former member');
  await expect(rows.filter({ hasText: name })).toHaveCount(0);
}
