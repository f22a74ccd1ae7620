import { expect } from '@playwright/test';
import { begins, open } from '../pages';
import type { Person } from '../person';
import type { Record } from '../record';
import { asks } from './asking';

/** Losses take so many rupees from what is unassigned. @returns the id of the request */
export async function postsJournal(
  maker: Person,
  { rupees, day }: { rupees: string; day?: string },
): Promise<string> {
  await open(maker, '/finance/journals/new');
  const leg = (place: number) =>
    maker.page.getByRole('group', { name: maker.say('journals.leg', { place }) });
  const account = (place: number) => leg(place).getByLabel(begins(maker.say('journals.account')));
  await account(1).selectOption(maker.say('journals.accounts.loss'));
  await maker.field('journals.debit', {}, leg(1)).fill(rupees);
  await account(2).selectOption(maker.say('journals.accounts.suspense'));
  await maker.button('journals.ask').click();
  await maker.sees(maker.say('journals.notYet'));
  await leg(2)
    .getByRole('button', { name: maker.say('journals.fill') })
    .click();
  if (day !== undefined) await maker.field('journals.effective').fill(day);
  await maker.button('journals.ask').click();
  const id = await asks(maker, maker.dialog('journals.askHeading'), maker.say('journals.send'));
  await maker.page.waitForURL(/\/finance\/journals$/);
  return id;
}

/** @returns the id of the request to take the newest journal back */
export async function takesBack(maker: Person): Promise<string> {
  await open(maker, '/finance/journals');
  await maker.page
    .getByRole('button', { name: begins(maker.say('journals.reverse.named')) })
    .first()
    .click();
  const dialog = maker.dialog('journals.reverse.heading');
  return asks(maker, dialog, maker.say('journals.reverse.ask'));
}

/** What the journals of a request moved, to the paisa. */
export function moved(record: Record, approvalId: string) {
  return record.rows<{ account: string; amount: string }>(
    `select e.account, e.amount::text from ledger.entries e join record.events v on v.id = e.journal
      where v.stream like 'journal-%' and v.raw like '%' || $1 || '%' order by e.account`,
    [approvalId],
  );
}

/** Nobody takes the newest journal back a second time. */
export async function isTakenBack(maker: Person): Promise<void> {
  await open(maker, '/finance/journals');
  const newest = maker.page.getByRole('row').filter({ hasText: '₹' }).first();
  await expect(newest.getByText(maker.say('journals.reversed'))).toBeVisible();
  await expect(newest.getByRole('button')).toHaveCount(0);
}
