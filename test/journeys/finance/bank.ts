import { expect } from '@playwright/test';
import { pdf } from '../j1/world';
import { open } from '../pages';
import type { Person } from '../person';

/** What the bank asked about is answered with a summary and a file, once. */
export async function answersBank(maker: Person, chargebackId: string): Promise<void> {
  await open(maker, `/finance/chargebacks/${chargebackId}`);
  await maker.button('chargebacks.answer.open').click();
  const dialog = maker.dialog('chargebacks.answer.heading');
  await maker
    .field('chargebacks.answer.summary', {}, dialog)
    .fill('Agreed on in writing, delivered in four parts, accepted by the client.');
  await maker.attach([pdf('acceptance.pdf')], dialog);
  await dialog
    .getByRole('button', { name: maker.say('chargebacks.answer.verb'), exact: true })
    .click();
  await expect(dialog).toBeHidden();
  await maker.sees('Agreed on in writing');
  await maker.sees(maker.say('chargebacks.fileCount', { count: 1 }));
  await expect(maker.button('chargebacks.answer.open')).toHaveCount(0);
}
