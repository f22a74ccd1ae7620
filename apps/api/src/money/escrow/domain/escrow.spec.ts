import { standardFees } from '@money/fees';
import { minor, money, sum } from '@money';
import fc from 'fast-check';
import { given } from '../../../../../../test/support/given';
import { escrow } from './escrow';
import type { EscrowEvent } from './escrow.events';
import { fundingJournal, releaseJournal } from './journals';
import { autoRelease, release } from './release';
import { fund, open, requestChanges, submit, type Terms } from './work';

const [client, provider, stranger] = ['client-1', 'provider-1', 'somebody'];
const inr = (amount: number) => money(amount, 'INR');
const now = new Date('2026-11-02T10:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const terms: Terms = {
  clientId: client,
  providerId: provider,
  fees: standardFees,
  termsVersion: '2026-01',
  reviewDays: 14,
  milestones: [
    { id: 'm1', amount: inr(4_000_000), days: 10 },
    { id: 'm2', amount: inr(6_000_000), days: 20 },
  ],
};
const opened = open(escrow.initial, terms);
const state = (...facts: EscrowEvent[]) => given(escrow, opened, ...facts).state;
const funded = (milestoneId: string) =>
  fund(state(), client, { milestoneId, depositId: 'd1', now });
const work = { milestoneId: 'm1', deliveryId: 'w1', artifactHashes: ['ab'], now };
const delivered = () => submit(state(funded('m1')), provider, work);
const released = (milestoneId: string, amount: number) =>
  release(state(funded('m1'), funded('m2')), client, {
    milestoneId,
    amount: inr(amount),
  })[0] as EscrowEvent;

describe('an escrow', () => {
  it('opens once', () => {
    given(escrow, opened)
      .when((now) => open(now, terms))
      .thenRejects('escrow.already_open');
  });

  it('takes the money of a milestone once, from its client', () => {
    const wish = { milestoneId: 'm1', depositId: 'd1', now };
    given(escrow, opened)
      .when((now) => fund(now, stranger, wish))
      .thenRejects('escrow.not_found');
    given(escrow, opened, funded('m1'))
      .when((now) => fund(now, client, wish))
      .thenRejects('escrow.already_funded');
    given(escrow)
      .when((now) => fund(now, client, wish))
      .thenRejects('escrow.not_found');
    expect(funded('m1').data).toMatchObject({ fee: inr(120_000), tax: inr(21_600) });
  });

  it('cannot be delivered before it is funded, nor by anybody but the provider', () => {
    given(escrow, opened)
      .when((now) => submit(now, provider, work))
      .thenRejects('escrow.not_funded');
    given(escrow, opened, funded('m1'))
      .when((now) => submit(now, client, work))
      .thenRejects('escrow.not_yours');
  });

  it('counts deliveries, and each one starts the review period anew', () => {
    const again = submit(state(funded('m1'), delivered()), provider, { ...work, now: later(3) });
    expect(again.data).toMatchObject({ version: 2, autoReleaseAt: later(17).toISOString() });
  });

  it('takes back to work only what is in review', () => {
    const ask = { milestoneId: 'm1', points: 1 };
    given(escrow, opened, funded('m1'))
      .when((now) => requestChanges(now, client, ask))
      .thenRejects('escrow.not_in_review');
    given(escrow, opened, funded('m1'), delivered())
      .when((now) => requestChanges(now, provider, ask))
      .thenRejects('escrow.not_yours');
  });

  it('is released by the client who funded it, and no one else', () => {
    const wish = { milestoneId: 'm1', amount: inr(4_000_000) };
    given(escrow, opened, funded('m1'))
      .when((now) => release(now, provider, wish))
      .thenRejects('escrow.not_yours');
    given(escrow, opened)
      .when((now) => release(now, client, wish))
      .thenRejects('escrow.not_funded');
  });

  it('is released for the amount that was shown', () => {
    given(escrow, opened, funded('m1'))
      .when((now) => release(now, client, { milestoneId: 'm1', amount: inr(3_999_999) }))
      .thenRejects('escrow.amount_mismatch');
  });

  it('pays a milestone once and closes with the last one', () => {
    const [m1, m2] = [released('m1', 4_000_000), released('m2', 6_000_000)];
    const both = [funded('m1'), funded('m2')];
    given(escrow, opened, ...both, m1)
      .when((now) => release(now, client, { milestoneId: 'm1', amount: inr(4_000_000) }))
      .thenRejects('escrow.already_released');
    given(escrow, opened, ...both, m1)
      .when((now) => release(now, client, { milestoneId: 'm2', amount: inr(6_000_000) }))
      .thenTypes('EscrowReleased', 'EscrowClosed');
    given(escrow, opened, ...both, m1, m2, { type: 'EscrowClosed', data: { outcome: 'released' } })
      .when((now) => release(now, client, { milestoneId: 'm1', amount: inr(4_000_000) }))
      .thenRejects('escrow.closed');
  });

  it('releases by itself when the review period ends, never early, never after changes were asked', () => {
    const inReview = [opened, funded('m1'), delivered()];
    given(escrow, ...inReview)
      .when((now) => autoRelease(now, 'm1', later(13.9)))
      .then();
    given(escrow, ...inReview)
      .when((now) => autoRelease(now, 'm1', later(14)))
      .thenTypes('EscrowReleased');
    const changes = requestChanges(state(funded('m1'), delivered()), client, {
      milestoneId: 'm1',
      points: 2,
    });
    given(escrow, ...inReview, changes)
      .when((now) => autoRelease(now, 'm1', later(30)))
      .then();
  });

  it('keeps the fees of the signing, whatever the schedule says later', () => {
    const cheaper = open(escrow.initial, { ...terms, fees: { ...standardFees, clientFeeBps: 0 } });
    const fact = fund(given(escrow, cheaper).state, client, {
      milestoneId: 'm1',
      depositId: 'd',
      now,
    });
    expect(fact.data.fee).toEqual(inr(0));
  });

  it('moves exactly what it says: every journal sums to zero', () => {
    const amounts = fc.bigInt({ min: 1n, max: 10n ** 15n });
    fc.assert(
      fc.property(amounts, (size) => {
        const amount = money(size, 'INR');
        const one = open(escrow.initial, { ...terms, milestones: [{ id: 'm1', amount, days: 1 }] });
        const before = given(escrow, one).state;
        const put = fund(before, client, { milestoneId: 'm1', depositId: 'd', now });
        const [out] = release(given(escrow, one, put).state, client, { milestoneId: 'm1', amount });
        if (out?.type !== 'EscrowReleased') throw new Error('not released');
        for (const { legs } of [fundingJournal('e', put), releaseJournal('e', out)])
          expect(legs.reduce((total, leg) => total + leg.amountMinor, 0n)).toBe(0n);
        expect(minor(sum([out.data.net, out.data.fee, out.data.tax], 'INR'))).toBe(size);
      }),
      { numRuns: 10_000 },
    );
  });
});
