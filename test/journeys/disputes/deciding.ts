import { expect } from '@playwright/test';
import { logsIn } from '../desk';
import { ask } from '../j1/world';
import type { Journey } from '../journey';
import { amount, open } from '../pages';
import type { Person } from '../person';
import type { Case } from './case';

const page = ({ disputeId }: Case) => `/disputes/${disputeId}`;
export const reasons =
  'Five of nine screens work as the plan says. The other four fail where they are needed most.';

/** D4: the mediator takes the case, and keeps a note that no side ever sees. */
export async function takes(dispute: Case, note: string): Promise<void> {
  const { mediator, world } = dispute;
  await logsIn(mediator, `/disputes?q=${world.contractId}`);
  await mediator.page.getByRole('main').getByRole('link', { name: 'Booking site' }).click();
  await mediator.button('disputes.assign.open').click();
  const dialog = mediator.dialog('disputes.assign.heading');
  await dialog.getByRole('radio', { name: mediator.name }).check();
  await dialog
    .getByRole('button', { name: mediator.say('disputes.assign.verb'), exact: true })
    .click();
  await expect(dialog).toBeHidden();
  await mediator.field('disputes.notes.label').fill(note);
  await mediator.button('disputes.notes.verb').click();
  await mediator.sees(note);
  for (const side of [world.client, world.provider])
    expect(JSON.stringify(await ask(side, page(dispute)))).not.toContain(note);
}

/** D4: seventy to thirty, typed as an exact amount; what it does is shown before it is ruled. */
export async function rules(dispute: Case): Promise<void> {
  const { mediator, world } = dispute;
  const { provider } = world;
  const effect = mediator.page.getByRole('region', {
    name: mediator.say('disputes.panes.effect'),
    exact: true,
  });
  await mediator.field('ui.dispute.split.exact', { name: provider.name }, effect).fill('42000');
  await expect(effect.getByRole('slider')).toHaveValue('70');
  for (const line of ['₹42,000.00', '-₹4,200.00', '-₹756.00', '₹37,044.00'])
    await expect(amount(line, effect)).toBeVisible();
  for (const line of ['₹18,000.00', '₹540.00', '₹97.20', '₹18,637.20'])
    await expect(amount(line, effect)).toBeVisible();
  await expect(mediator.field('disputes.write.policy', {}, effect)).toHaveValue('§4.2');
  await mediator.field('disputes.write.reasons', {}, effect).fill(reasons);
  const summary = 'Most screens worked; those that failed were the important ones.';
  await mediator.field('disputes.write.precedent', {}, effect).fill(summary);
  const verb = mediator.say('disputes.write.rule.verb', {
    gross: '₹42,000',
    provider: provider.name,
  });
  await effect.getByRole('button', { name: verb }).click();
  await mediator.dialog('disputes.write.rule.sure').getByRole('button', { name: verb }).click();
  await mediator.sees(mediator.say('disputes.approval.heading'));
  await mediator.sees(mediator.say('problems.approval.same_person'));
  await expect(mediator.button('disputes.approval.approve')).toHaveCount(0);
}

/** D5: above ₹50,000 a second person looks at it; then both read why. */
export async function approves(dispute: Case): Promise<void> {
  const { lead, world } = dispute;
  await logsIn(lead, page(dispute));
  await lead.button('disputes.approval.approve').click();
  await lead.sees(lead.say('ui.dispute.states.decided'));
  for (const side of [world.client, world.provider]) {
    await open(side, page(dispute));
    await side.reads('disputes.next.decided.mine.heading');
    await side.sees(reasons);
    for (const line of ['37,044.00', '18,637.20'])
      await expect(amount(line, side.page)).toBeVisible();
  }
}

/** D6: two who had no part in it look again, and both say that it was right. */
export async function choosesPanel({ lead, panel }: Case): Promise<void> {
  await lead.button('disputes.assign_panel.open').click();
  const dialog = lead.dialog('disputes.assign_panel.heading');
  for (const { name } of panel) await dialog.getByRole('checkbox', { name }).check();
  await expect(dialog.getByRole('checkbox', { name: lead.name })).toBeDisabled();
  await dialog
    .getByRole('button', { name: lead.say('disputes.assign_panel.verb'), exact: true })
    .click();
  await expect(dialog).toBeHidden();
}

export async function upholds(dispute: Case, member: Person): Promise<void> {
  await logsIn(member, page(dispute));
  await member.field('disputes.write.reasons').fill('The share follows what can be used.');
  await member.button('disputes.write.vote.uphold').click();
  await member.sees(member.say('disputes.done.vote'));
}

interface Precedents {
  readonly items: readonly { providerPercent: number; appealed: boolean; summary: string }[];
}

/** The money has moved as it was shown before, and nobody is named where it is told. */
export async function isCarriedOut(dispute: Case, { record }: Journey): Promise<void> {
  const { client, provider, contractId } = dispute.world;
  for (const side of [client, provider]) {
    await open(side, page(dispute));
    await side.reads('disputes.next.executed.heading');
  }
  for (const [side, came] of [
    [provider, '37,044.00'],
    [client, '18,637.20'],
  ] as const) {
    await open(side, '/wallet');
    await expect(amount(came, side.page)).toBeVisible();
  }
  const held = await record.rows<{ balance: string }>(
    `select balance::text from ledger.accounts where id like 'escrow:' || $1 || '%'`,
    [contractId],
  );
  expect(held.map(({ balance }) => balance)).toEqual(['0']);
  const path = '/disputes/precedents?category=quality&limit=100';
  const { items } = await ask<Precedents>(client, path);
  const ours = items.find(({ summary }) => summary.startsWith('Most screens worked'));
  expect(ours).toMatchObject({ providerPercent: 70, appealed: true });
}
