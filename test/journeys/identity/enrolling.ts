import { expect } from '@playwright/test';
import type { Journey } from '../journey';
import { takenOver } from '../pages';
import type { Person } from '../person';
import { sandbox } from '../sandbox';
import { stack } from '../stack';
import { Words } from '../words';
import { codeOf } from './keys';
import { keepsCodes, looksTwiceByMail } from './ways-in';

const desk = new Words('admin', 'en');

/** From the next request on: who owns the database appoints the first of staff. */
export async function isAppointed(person: Person, { record }: Journey): Promise<void> {
  await record.rows(`update accounts set roles = '{auditor}' where email = $1`, [person.email]);
}

/** Whatever page of the console is asked for, the way leads to the setting up. */
export async function isLedToEnrolment(person: Person): Promise<void> {
  const { page } = person;
  await page.goto(`${stack.admin}/audit`);
  await page.waitForURL(/\/second-factor\?next=%2Faudit/);
  await takenOver(person);
  await expect(page.getByRole('heading', { name: desk.say('login.enrol.heading') })).toBeVisible();
}

/** The app reads the key; ten codes are kept; and the page that was asked for opens. */
export async function enrols(person: Person): Promise<void> {
  const { page } = person;
  const before = (await sandbox.mailsTo(person.email)).length;
  await page.getByRole('button', { name: desk.say('login.enrol.totp.verb') }).click();
  await looksTwiceByMail(person, before);
  const key = await page.locator('ui-totp-setup ui-copy code').innerText();
  await person.field('ui.factor.totp.label').fill(await codeOf(key));
  await keepsCodes(person);
  await page.waitForURL(/\/audit/);
  await expect(
    page.getByRole('heading', { name: desk.say('audit.log.heading') }).first(),
  ).toBeVisible();
}
