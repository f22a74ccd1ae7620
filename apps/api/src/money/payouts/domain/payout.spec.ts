import { money } from '@money';
import fc from 'fast-check';
import { given } from '../../../../../../test/support/given';
import { bookedAll } from './journals';
import {
  approve,
  hear,
  lost,
  mayPrepare,
  observe,
  payout,
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
const asked = (approvalId: string) => ({ kind: 'asked', approvalId, makerId: 'maker' }) as const;
const denied = { kind: 'denied', approvalId: 'a1', checkerId: 'checker' } as const;
const lapsed = (approvalId: string) => ({ kind: 'lapsed', approvalId }) as const;
const granted = { approvalId: 'a1', checkerId: 'checker' };
const [prepared] = hear(given(payout, large).state, asked('a1')) as [PayoutEvent];
const approved = approve(given(payout, large, prepared).state, granted);
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

  it('above the limit is prepared by somebody it is not paid to, under one approval', () => {
    expect(mayPrepare(given(payout, large).state, 'maker')).toMatchObject({ lapses: 0 });
    expect(() => mayPrepare(given(payout, large).state, 'provider-1')).toThrow(
      'payouts.own_payout',
    );
    expect(() => mayPrepare(given(payout, large, prepared).state, 'other')).toThrow(
      'payouts.already_prepared',
    );
    given(payout, large, prepared)
      .when((s) => hear(s, asked('a2')))
      .then();
  });

  it('above the limit is sent under the approval it was prepared under, once', () => {
    given(payout, large)
      .when((s) => approve(s, granted))
      .thenRejects('payouts.not_prepared');
    given(payout, large, prepared)
      .when((s) => approve(s, { ...granted, approvalId: 'a2' }))
      .thenRejects('payouts.not_prepared');
    given(payout, large, prepared, approved)
      .when((s) => approve(s, granted))
      .thenRejects('payouts.not_awaiting_approval');
  });

  it('comes back when it was denied, and is prepared anew when its approval came to nothing', () => {
    given(payout, large, prepared)
      .when((s) => hear(s, denied))
      .thenTypes('PayoutRejected');
    const [lapse] = hear(given(payout, large, prepared).state, lapsed('a1')) as [PayoutEvent];
    expect(lapse).toMatchObject({ type: 'PayoutPreparationLapsed' });
    const anew = given(payout, large, prepared, lapse);
    expect(mayPrepare(anew.state, 'maker')).toMatchObject({ lapses: 1 });
    anew.when((s) => hear(s, denied)).then();
    anew.when((s) => hear(s, asked('a2'))).thenTypes('PayoutPrepared');
    for (const word of [denied, lapsed('a1')])
      given(payout, large, prepared, approved)
        .when((s) => hear(s, word))
        .then();
  });

  it('that was prepared before approvals is prepared anew, and what was sent then stays sent', () => {
    const ids = { payoutId: 'p1', providerId: 'provider-1' };
    const old = (type: string, more: object) =>
      ({ type, data: { ...ids, note: '', ...more } }) as unknown as PayoutEvent;
    const before = old('PayoutPrepared', { makerId: 'maker' });
    expect(mayPrepare(given(payout, large, before).state, 'maker')).toMatchObject({ lapses: 0 });
    const sent = old('PayoutApproved', { checkerId: 'checker' });
    expect(given(payout, large, before, sent).state).toMatchObject({ status: 'approved' });
  });

  it('is paid once and comes back at most once, whatever the bank partner says and how often', () => {
    const words = ['queued', 'processing', 'processed', 'reversed', 'failed'].map(word);
    const stories = fc.shuffledSubarray([...words, ...words], { minLength: 1 });
    fc.assert(
      fc.property(stories, (story) => {
        const facts = heardOf(given(payout, large, prepared, approved).state, story);
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

function heardOf(state: Payout, words: TransferWord[]): PayoutEvent[] {
  const heard: PayoutEvent[] = [];
  for (const one of words) {
    const facts = observe(state, one);
    heard.push(...facts);
    state = facts.reduce((before, fact) => payout.evolve(before, fact), state);
  }
  return heard;
}
