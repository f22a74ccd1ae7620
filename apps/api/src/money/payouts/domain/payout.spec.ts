import { money } from '@money';
import fc from 'fast-check';
import { given } from '../../../../../../test/support/given';
import { bookedAll } from './journals';
import {
  approve,
  lost,
  observe,
  payout,
  prepare,
  refuse,
  request,
  type Payout,
  type TransferWord,
} from './payout';
import type { PayoutEvent } from './payouts.events';

const now = new Date('2026-11-02T10:00:00Z');
const to = {
  id: 'bank-1',
  providerId: 'provider-1',
  state: 'verified',
  createdAt: new Date('2026-10-01T10:00:00Z'),
  isChange: false,
};
const ask = (amount: number, destination = to) =>
  request('provider-1', { payoutId: 'p1', amount: money(amount, 'INR'), to: destination, now });
const [large] = ask(3_528_000) as [PayoutEvent];
const small = ask(2_500_000);
const prepared = prepare(given(payout, large).state, 'maker', 'looks right');
const approved = approve(given(payout, large, prepared).state, 'checker', 'yes');
const word = (status: string): TransferWord => ({
  gatewayPayoutId: 'pout_1',
  status,
  utr: 'UTR1',
  failure: '',
});

describe('a payout', () => {
  it('leaves by itself up to the limit', () => {
    expect(small.map(({ type }) => type)).toEqual(['PayoutRequested', 'PayoutApproved']);
    expect(ask(2_500_001).map(({ type }) => type)).toEqual(['PayoutRequested']);
  });

  it('goes only to a bank account of one’s own that was verified', () => {
    const decide = (destination: typeof to) => () => ask(100, destination);
    given(payout)
      .when(decide({ ...to, providerId: 'other' }))
      .thenRejects('payouts.bank_not_found');
    given(payout)
      .when(decide({ ...to, state: 'verifying' }))
      .thenRejects('payouts.bank_unverified');
  });

  it('waits a day where a bank account took the place of another, and not at the first one', () => {
    const created = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
    const decide = (destination: typeof to) => () => ask(100, destination);
    given(payout)
      .when(decide({ ...to, isChange: true, createdAt: created(23) }))
      .thenRejects('payouts.bank_resting');
    given(payout)
      .when(decide({ ...to, isChange: true, createdAt: created(24) }))
      .thenTypes('PayoutRequested', 'PayoutApproved');
    given(payout)
      .when(decide({ ...to, createdAt: created(1) }))
      .thenTypes('PayoutRequested', 'PayoutApproved');
  });

  it('above the limit needs two people, neither of them the provider', () => {
    given(payout, large)
      .when((s) => approve(s, 'checker', ''))
      .thenRejects('payouts.not_prepared');
    given(payout, large)
      .when((s) => prepare(s, 'provider-1', ''))
      .thenRejects('payouts.own_payout');
    given(payout, large, prepared)
      .when((s) => approve(s, 'maker', ''))
      .thenRejects('payouts.same_person');
    given(payout, large, prepared)
      .when((s) => prepare(s, 'other', ''))
      .thenRejects('payouts.already_prepared');
    given(payout, large, prepared)
      .when((s) => refuse(s, 'maker', ''))
      .thenRejects('payouts.same_person');
    given(payout, large, prepared, approved)
      .when((s) => approve(s, 'another', ''))
      .thenRejects('payouts.not_awaiting_approval');
  });

  it('is paid once and comes back at most once, whatever the bank partner says and how often', () => {
    const words = ['queued', 'processing', 'processed', 'reversed', 'failed'].map(word);
    const stories = fc.shuffledSubarray([...words, ...words], { minLength: 1 });
    fc.assert(
      fc.property(stories, (story) => {
        const facts = hear(given(payout, large, prepared, approved).state, story);
        const held = bookedAll([large, ...facts])
          .journals.flatMap(({ legs }) => legs)
          .filter(({ account }) => account.endsWith(':held'))
          .reduce((total, leg) => total + leg.amountMinor, 0n);
        const ended = facts.some(({ type }) => type === 'PayoutPaid' || type === 'PayoutFailed');
        expect(held).toBe(ended ? 0n : 3_528_000n);
        expect(facts.filter(({ type }) => type === 'PayoutPaid').length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 5_000 },
    );
  });

  it('is neither sent nor refused while nobody knows, and is asked about then', () => {
    const unknown = lost(given(payout, large, prepared, approved).state);
    expect(unknown.map(({ type }) => type)).toEqual(['PayoutOutcomeUnknown']);
    given(payout, large, prepared, approved, ...unknown)
      .when((s) => observe(s, word('processed')))
      .thenTypes('PayoutSubmitted', 'PayoutPaid');
  });
});

function hear(state: Payout, words: TransferWord[]): PayoutEvent[] {
  const heard: PayoutEvent[] = [];
  for (const one of words) {
    const facts = observe(state, one);
    heard.push(...facts);
    state = facts.reduce((before, fact) => payout.evolve(before, fact), state);
  }
  return heard;
}
