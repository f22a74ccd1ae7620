import { expect } from '@playwright/test';
import { looksTwiceByMail } from '../identity/ways-in';
import { ask } from '../j1/world';
import { begins, open, takenOver } from '../pages';
import { password, type Person } from '../person';
import { sandbox } from '../sandbox';

/** What stays and why is read first; who asks is proved; then a month is left. */
export async function asksToLeave(person: Person): Promise<void> {
  await open(person, '/settings/privacy');
  await person.reads('privacy.deletion.heading');
  await person.sees(person.say('privacy.deletion.law'));
  const before = (await sandbox.mailsTo(person.email)).length;
  await person.button('privacy.deletion.ask').click();
  const sure = person.dialog('privacy.deletion.sure.heading');
  await expect(sure).toContainText(person.say('privacy.deletion.sure.text'));
  await sure.getByRole('button', { name: person.say('privacy.deletion.sure.verb') }).click();
  await looksTwiceByMail(person, before);
  await person.sees(person.say('privacy.deletion.planned_told'));
  await isWarned(person);
}

const warning = (person: Person) =>
  person.page.getByRole('status').filter({ hasText: person.say('shell.leaving.text') });

/** The banner stands on every page, with the day. */
async function isWarned(person: Person): Promise<void> {
  const { deletion } = await ask<{ deletion: { dueAt: string } | null }>(person, '/privacy');
  const year = String(new Date(deletion?.dueAt ?? 0).getFullYear());
  await expect(warning(person)).toContainText(year);
}

async function logsOut(person: Person): Promise<void> {
  await person.page.getByRole('button', { name: begins(accountOf(person)) }).click();
  await person.page.getByRole('menuitem', { name: person.say('shell.logOut') }).click();
  await expect(person.link('shell.logIn')).toBeVisible();
}

const accountOf = (person: Person) => person.say('shell.account', { name: person.name });

export async function triesToEnter(person: Person): Promise<void> {
  await open(person, '/login');
  await person.field('accounts.email').fill(person.email);
  await person.page.getByLabel(begins(person.say('accounts.password'))).fill(password);
  await person.button('accounts.logIn.verb').click();
}

/** Whoever comes back in the meantime is told first, and keeps everything with one click. */
export async function comesBackAndStays(person: Person): Promise<void> {
  await logsOut(person);
  await triesToEnter(person);
  await person.page.waitForURL((url) => url.pathname === '/');
  await takenOver(person);
  await isWarned(person);
  await warning(person)
    .getByRole('link', { name: person.say('shell.leaving.keep') })
    .click();
  await person.reads('privacy.deletion.heading');
  await person.button('privacy.deletion.keep').click();
  await person.sees(person.say('privacy.deletion.kept_told'));
  await expect(warning(person)).toBeHidden();
}

/** The thirty days, but for the last half hour. */
export const almostAMonth = 30 - 0.5 / 24;

/** The page that was open is nobody's any more, and the password opens nothing. */
export async function isGone(person: Person): Promise<void> {
  await expect
    .poll(async () => (await person.context.request.get('/api/accounts/me')).status())
    .toBe(401);
  await person.page.goto('/settings/privacy');
  await expect(person.page).toHaveURL(/\/login/);
  await triesToEnter(person);
  await person.sees(person.say('problems.accounts.wrong_credentials'));
  await expect(person.page).toHaveURL(/\/login/);
  person.forgiveRefusals();
}
