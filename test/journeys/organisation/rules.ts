import { expect } from '@playwright/test';
import { begins, open } from '../pages';
import type { Person } from '../person';

/** Above an amount another one agrees, for one role alone; and it is taken back. */
export async function setsALimit(owner: Person): Promise<void> {
  const { page } = owner;
  await open(owner, '/org/settings');
  const card = page.locator('app-limits-card');
  const rows = card.getByRole('listitem');
  await owner.field('org.limits.purpose', {}, card).selectOption('hire');
  await owner.field('org.limits.above', {}, card).fill('50000');
  await owner.field('org.limits.role', {}, card).selectOption('hirer');
  await owner.button('org.limits.add').click();
  const words = [owner.say('org.purposes.hire'), '₹50,000', owner.say('org.roles.hirer')];
  for (const word of words) await expect(rows.first()).toContainText(word);
  await page.reload();
  await expect(rows.first()).toContainText('₹50,000');
  await rows.first().getByRole('button').click();
  await owner.sees(owner.say('org.limits.none'));
}

/** Two fields that every job is asked for; the second is moved before the first. */
export async function asksForFields(owner: Person): Promise<void> {
  const { page } = owner;
  const card = page.locator('app-fields-card');
  const labels = card.getByRole('listitem').locator('bdi');
  for (const label of ['Project code', 'Ward']) {
    await owner.field('org.fields.label', {}, card).fill(label);
    await owner.button('org.fields.add').click();
    await expect(labels.last()).toHaveText(label);
  }
  await owner.button('org.fields.up', { field: 'Ward' }).press('Enter');
  await expect(labels).toHaveText(['Ward', 'Project code']);
  await page.reload();
  await expect(labels).toHaveText(['Ward', 'Project code']);
}

/** A role that only keeps the books, and then sees the work of all teams as well. */
export async function makesARole(owner: Person): Promise<void> {
  const { page } = owner;
  const power = (name: string) =>
    page.getByRole('checkbox', { name: begins(owner.say(`org.powers.${name}.label`)) });
  await open(owner, '/org/roles');
  await owner.button('org.ownRoles.new').click();
  await owner.field('org.ownRoles.name').fill('Book-keeper');
  await power('statements').check();
  await owner.button('org.ownRoles.save').click();
  await owner.button('org.ownRoles.changeNamed', { name: 'Book-keeper' }).click();
  await power('everywhere').check();
  await owner.sees(owner.say('org.ownRoles.gains'));
  await owner.button('org.ownRoles.save').click();
  await expect(owner.dialog('org.ownRoles.changeHeading')).toBeHidden();
  await owner.sees('Book-keeper');
}

/** Whoever signs a contract reads this first. */
export async function publishesAPlan(owner: Person): Promise<void> {
  await open(owner, '/org/onboarding');
  await owner.link('onboarding.plan.heading').first().click();
  await owner.reads('onboarding.plan.heading');
  await owner.button('onboarding.plan.add').click();
  await owner.field('onboarding.plan.title').fill('House rules');
  await owner.page
    .getByLabel(owner.say('onboarding.plan.text'), { exact: true })
    .fill('Patients come first.');
  await owner.button('onboarding.plan.publish').click();
  await owner.sees(owner.say('onboarding.plan.version', { version: 1, name: owner.name }));
}
