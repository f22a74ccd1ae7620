import { expect, type Locator } from '@playwright/test';
import { identityChecks } from '../../../libs/wire/verification';
import { begins, open } from '../pages';
import type { Person } from '../person';

const row = (staff: Person, name: string): Locator =>
  staff.page.getByRole('row').filter({ hasText: name });

/** The most urgent papers first, each with the time that is left. */
export async function findsInQueue(staff: Person, name: string): Promise<void> {
  await open(staff, '/verification');
  const found = row(staff, name);
  await expect(found).toHaveCount(1);
  await expect(found.locator('ui-time-left')).toContainText(/\d/);
  await found.getByRole('link', { name, exact: true }).click();
  await expect(staff.page.getByRole('heading', { level: 1 })).toContainText(name);
}

/** No paper without a reason; then zoom, turning and the next one by the keys. */
export async function looksAtPapers(staff: Person, names: readonly string[]): Promise<void> {
  const show = staff.button('verification.viewer.show', { name: names[0] ?? '' });
  await expect(show).toBeDisabled();
  await staff.field('verification.viewer.why').fill('The provider could not read it.');
  await show.click();
  await isShown(staff, names[0] ?? '');
  const sheet = staff.page.getByRole('group', { name: staff.say('verification.viewer.label') });
  await sheet.press('+');
  await staff.sees('150 %');
  await sheet.press('r');
  await expect(sheet.locator('img')).toHaveAttribute('style', /rotate\(90deg\) scale\(1\.5\)/);
  await sheet.press('ArrowRight');
  await isShown(staff, names[1] ?? '');
}

/** The bytes arrived and are the picture of one point that was sent. */
async function isShown(staff: Person, name: string): Promise<void> {
  const picture = staff.page.getByRole('img', { name, exact: true });
  await expect(picture).toHaveJSProperty('naturalWidth', 1);
}

/** What was typed stands beside what the provider read. */
export async function compares(
  staff: Person,
  field: string,
  [typed, read]: readonly [string, string],
): Promise<void> {
  const line = row(staff, staff.say(`verification.fields.${field}`)).getByRole('cell');
  await expect(line.nth(0)).toHaveText(typed);
  await expect(line.nth(1)).toContainText(read);
}

export async function asksForMore(staff: Person, note: string): Promise<void> {
  const { page } = staff;
  await page
    .getByRole('radio', { name: staff.say('verification.decide.decisions.need_info') })
    .check();
  const verb = staff.button('verification.decide.verbs.need_info');
  await expect(verb, 'nobody is asked without a reason').toBeDisabled();
  await staff.field('verification.decide.reason').selectOption('document_unreadable');
  await staff.field('verification.decide.note').fill(note);
  await verb.click();
  await staff.reads('verification.states.need_info');
}

/** High risk: everything is ticked, and still a second person has to agree. @returns the approval */
export async function approvesHighRisk(staff: Person): Promise<string> {
  const verb = staff.button('verification.decide.verbs.approve');
  await staff.sees(staff.say('verification.decide.second'));
  for (const check of identityChecks) {
    await expect(verb, 'nothing is approved that was not looked at').toBeDisabled();
    await staff.page.getByLabel(begins(staff.say(`verification.checks.${check}`))).check();
  }
  await verb.click();
  await staff.reads('verification.states.second_look');
  const link = staff.link('verification.whoAgrees');
  return (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
}

/** Both who looked and what it came to stand on the page; in the queue nobody waits. */
export async function isSettled(staff: Person, { name, path }: { name: string; path: string }) {
  await open(staff, path);
  await staff.reads('verification.states.approved');
  await expect(staff.link('verification.whoAgrees')).toBeVisible();
  await open(staff, '/verification');
  await staff.reads('verification.heading');
  await expect(row(staff, name)).toHaveCount(0);
}
