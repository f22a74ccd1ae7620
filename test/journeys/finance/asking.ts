import { expect, type Locator } from '@playwright/test';
import { open } from '../pages';
import type { Person } from '../person';

/** Says why in the dialog that is open, and asks somebody else. @returns the id of the request */
export async function asks(staff: Person, dialog: Locator, verb: string): Promise<string> {
  const button = dialog.getByRole('button', { name: verb, exact: true });
  await button.click();
  await expect(button, 'nobody asks without a reason').toBeVisible();
  await staff.field('ui.proposal.reason', {}, dialog).fill('Looked at the statement of the bank.');
  await button.click();
  await staff.sees(staff.say('ui.proposal.asked'));
  const link = dialog.getByRole('link', { name: staff.say('ui.proposal.open') });
  const id = (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
  await dialog.getByRole('button', { name: staff.say('ui.proposal.finish') }).click();
  await expect(dialog).toBeHidden();
  return id;
}

/** Whoever asked sees that somebody else decides. */
export async function cannotAgree(maker: Person, approvalId: string): Promise<void> {
  await open(maker, `/approvals/${approvalId}`);
  await maker.reads('approvals.notYours');
  await expect(maker.button('approvals.approve')).toHaveCount(0);
}

interface Sum {
  /** As the button says it, and as it has to be typed where it is large. */
  readonly said: string;
  readonly typed?: string;
}

/** Somebody else agrees; a large amount is typed first. */
export async function agrees(
  checker: Person,
  approvalId: string,
  { sum, to = 'executed' }: { sum?: Sum; to?: 'executed' | 'failed' } = {},
): Promise<void> {
  await open(checker, `/approvals/${approvalId}`);
  const verb = sum
    ? checker.say('approvals.approveAmount', { amount: sum.said })
    : checker.say('approvals.approve');
  await checker.page.getByRole('button', { name: verb, exact: true }).click();
  if (sum?.typed !== undefined) {
    const sure = checker.dialog('approvals.sure', { amount: sum.said });
    const last = sure.getByRole('button', { name: verb, exact: true });
    await expect(last).toBeDisabled();
    await checker.field('ui.typeToConfirm', { word: sum.typed }, sure).fill(sum.typed);
    await last.click();
  }
  await checker.reads(`approvals.decided.${to}`, { checker: checker.name });
}
