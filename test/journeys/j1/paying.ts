import { expect } from '@playwright/test';
import { logsIn } from '../desk';
import type { Journey } from '../journey';
import type { Person } from '../person';
import { amount, open } from '../pages';
import { sandbox } from '../sandbox';
import { ask, type World } from './world';

/** Step 16: above ₹25,000 a release needs a code from the phone, and a word to type. */
export async function releases({ client, provider, contractId, milestones }: World): Promise<void> {
  await open(client, `/contracts/${contractId}/review/${milestones.m1}`);
  await client.button('escrow.review.accept').click();
  const dialog = client.dialog('escrow.release.heading');
  for (const line of ['40,000.00', '4,000.00', '720.00', '35,280.00'])
    await expect(amount(line, dialog)).toBeVisible();
  const word = client.say('escrow.release.word');
  await client.field('escrow.release.type', { word }, dialog).fill(word);
  const before = await client.textsSoFar();
  await dialog
    .getByRole('button', { name: client.say('escrow.release.verb', { amount: '₹40,000' }) })
    .click();
  await looksTwice(client, before);
  await client.reads('escrow.review.released.heading');
  await open(provider, '/wallet');
  await expect(amount('35,280.00', provider.page)).toBeVisible();
}

/** A code from the phone, that was not there before. */
async function looksTwice(person: Person, before: number): Promise<void> {
  const proof = person.dialog('ui.stepUp.heading');
  await person.field('ui.stepUp.code', {}, proof).fill(await person.codeOnPhone(before));
  await expect(proof).toBeHidden();
}

/** Step 17: a bank account, proved by one rupee, and the whole wallet to it. */
export async function asksForPayout(provider: Person): Promise<void> {
  await open(provider, '/wallet/payout');
  await provider.button('wallet.bank.add').first().click();
  const dialog = provider.dialog('wallet.bank.add');
  await provider.field('wallet.bank.holder', {}, dialog).fill('Laila Hassan');
  await provider.field('wallet.bank.ifsc', {}, dialog).fill('HDFC0000123');
  await provider.field('wallet.bank.number', {}, dialog).fill('50100222333441');
  const first = await provider.textsSoFar();
  await dialog.getByRole('button', { name: provider.say('wallet.bank.verb'), exact: true }).click();
  await looksTwice(provider, first);
  await provider.sees(provider.say('wallet.bank.states.verified'));
  await provider.field('wallet.payout.amount').fill('35280');
  await provider.field('wallet.payout.amount').press('Tab');
  await provider.sees(provider.say('wallet.payout.looked'));
  const second = await provider.textsSoFar();
  await provider.page.getByRole('button', { name: /35,280\.00/ }).click();
  await looksTwice(provider, second);
  await provider.sees(provider.say('wallet.payout.states.awaiting_approval'));
}

const desk = '/finance/payouts';

/** Step 18: the maker prepares, and cannot approve what the maker has prepared. */
export async function prepares(maker: Person, provider: Person, payoutId: string): Promise<void> {
  await logsIn(maker, desk);
  await decides(maker, 'prepare', provider);
  await maker.sees(maker.say('payouts.obstacles.same_person'));
  await expect(maker.button('payouts.one.approve', { name: provider.name })).toHaveCount(0);
  const asked = `/admin/approvals?show=all&subject=payout-${payoutId}`;
  const { items } = await ask<{ items: { id: string }[] }>(maker, asked);
  const request = `/admin/approvals/${items[0]?.id ?? ''}`;
  const { payloadHash } = await ask<{ payloadHash: string }>(maker, request);
  const answer = await maker.context.request.post(`/api${request}/approve`, {
    data: { payloadHash },
  });
  expect(await answer.json()).toMatchObject({ code: 'request.forbidden' });
}

/** Step 18: the checker approves, the bank pays, and its file says what the ledger says. */
export async function approves(checker: Person, provider: Person): Promise<void> {
  await logsIn(checker, desk);
  await decides(checker, 'approve', provider);
  await provider.sees(provider.say('wallet.payout.states.paid'));
}

async function decides(staff: Person, decision: 'prepare' | 'approve', of: Person): Promise<void> {
  await staff.button(`payouts.one.${decision}`, { name: of.name }).click();
  const dialog = staff.dialog(`payouts.ask.${decision}`, { count: 1 });
  await staff.field('payouts.note', {}, dialog).fill('Looked at the contract and the bank.');
  await dialog
    .getByRole('button', { name: staff.say(`payouts.do.${decision}`, { amount: '₹35,280' }) })
    .click();
  await dialog.getByRole('button', { name: staff.say('payouts.finish') }).click();
}

export async function onlyPayout(provider: Person): Promise<string> {
  const { items } = await ask<{ items: { id: string }[] }>(provider, '/payouts');
  expect(items).toHaveLength(1);
  return items[0]?.id ?? '';
}

/** What the bank's file says has arrived is what left the ledger, to the paisa. */
export async function bankAgrees(
  { record }: Journey,
  provider: Person,
  payoutId: string,
): Promise<void> {
  const booked = await record.rows<{ amount: string }>(
    `select e.amount::text from ledger.entries e join record.events v on v.id = e.journal
      where v.stream = $1 and e.account like 'bank%'`,
    [`payout-${payoutId}`],
  );
  const { utr } = await ask<{ utr: string }>(provider, `/payouts/${payoutId}`);
  const file = await sandbox.transfers();
  const arrived = file.filter((one) => one.utr === utr).map(({ amount: paise }) => String(paise));
  expect(arrived).toEqual(['3528000']);
  expect(booked.map(({ amount: paise }) => paise)).toEqual(arrived);
}
