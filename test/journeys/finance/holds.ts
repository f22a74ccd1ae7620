import { expect, type Locator } from '@playwright/test';
import { begins, open } from '../pages';
import type { Person } from '../person';
import { asks } from './asking';

const note = 'The name on the card is not the name of the account.';

/** One person of compliance holds the whole of a contract's money back. */
export async function holds(compliance: Person, title: string): Promise<void> {
  await open(compliance, '/compliance/holds');
  await compliance.button('holds.hold.open').click();
  const dialog = compliance.dialog('holds.hold.heading');
  const verb = dialog.getByRole('button', { name: compliance.say('holds.hold.verb'), exact: true });
  await expect(verb, 'nothing is held before it is said what and why').toBeDisabled();
  await dialog
    .getByRole('textbox', { name: compliance.say('holds.hold.find'), exact: true })
    .fill(title);
  await dialog
    .getByRole('list', { name: compliance.say('holds.hold.found') })
    .getByRole('button')
    .first()
    .click();
  await compliance
    .field('holds.columns.reason', {}, dialog)
    .selectOption(compliance.say('holds.reasons.identity_unclear'));
  await compliance.field('holds.hold.note', {}, dialog).fill(note);
  await verb.click();
  await expect(dialog).toBeHidden();
  await expect(row(compliance, title)).toBeVisible();
}

/** @returns the id of the request to lift it */
export async function asksToLift(compliance: Person, title: string): Promise<string> {
  await row(compliance, title)
    .getByRole('button', { name: begins(compliance.say('holds.lift.verb')) })
    .click();
  const dialog = compliance.dialog('holds.lift.heading');
  return asks(compliance, dialog, compliance.say('holds.lift.ask'));
}

export const row = (compliance: Person, title: string): Locator =>
  compliance.page.getByRole('row').filter({ hasText: title });

/** One person of compliance lets nothing leave a wallet any more. */
export async function restricts(compliance: Person, accountId: string, name: string) {
  await open(compliance, `/users/${accountId}`);
  await compliance.button('users.wallet.restrict').click();
  const dialog = compliance.dialog('users.wallet.restrictHeading', { name });
  await compliance
    .field('users.wallet.why', {}, dialog)
    .selectOption(compliance.say('holds.reasons.suspected_fraud'));
  await compliance.field('users.wallet.note', {}, dialog).fill(note);
  await dialog
    .getByRole('button', { name: compliance.say('users.wallet.restrict'), exact: true })
    .click();
  await compliance.sees(compliance.say('users.wallet.restricted'));
}

/** @returns the id of the request to free it */
export async function asksToFree(compliance: Person, name: string): Promise<string> {
  await compliance.button('users.wallet.lift').click();
  const dialog = compliance.dialog('users.wallet.liftHeading', { name });
  return asks(compliance, dialog, compliance.say('users.wallet.lift'));
}
