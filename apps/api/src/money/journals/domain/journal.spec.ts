import { money } from '@money';
import fc from 'fast-check';
import { given } from '../../../../../../test/support/given';
import { balanced, booking, journal, ownersOf, post, reverse, type Side } from './journal';
import { closable, endOf } from './period';

const inr = (some: bigint | number) => money(some, 'INR');
const legs: Side[] = [
  { account: 'loss', amount: inr(-5_000) },
  { account: 'wallet:client:available', amount: inr(5_000) },
];
const now = new Date('2026-11-10T10:00:00Z');
const openFrom = endOf('2026-10');
const posting = {
  journalId: 'j1',
  approvalId: 'a1',
  legs,
  effectiveAt: '2026-11-02T00:00:00.000Z',
};
const posted = post(journal.initial, posting, { now, openFrom });

describe('a journal by hand', () => {
  it('is two legs or more, none of nothing, and sums to zero in every currency', () => {
    const refused = (some: Side[]) => expect(() => balanced(some)).toThrow('journals.unbalanced');
    refused([]);
    refused([
      { account: 'loss', amount: inr(0) },
      { account: 'fees', amount: inr(0) },
    ]);
    refused([
      { account: 'loss', amount: inr(1) },
      { account: 'fees', amount: inr(-2) },
    ]);
    refused([
      { account: 'loss', amount: inr(1) },
      { account: 'fees', amount: money(-1, 'USD') },
    ]);
    expect(balanced(legs)).toBe(legs);
  });

  it('says whose wallets it touches', () => {
    expect(ownersOf(legs)).toEqual(['client']);
  });

  it('never posts into a closed period: what is late goes into the open one, with a link', () => {
    const days = fc.integer({ min: 1, max: 4_000 });
    fc.assert(
      fc.property(days, days, (ago, closedAgo) => {
        const effectiveAt = new Date(now.getTime() - ago * 86_400_000).toISOString();
        const open = new Date(now.getTime() - closedAgo * 86_400_000);
        const fact = post(journal.initial, { ...posting, effectiveAt }, { now, openFrom: open });
        const { effectiveAt: at, lateFor } = fact.data as { effectiveAt: string; lateFor: string };
        expect(new Date(at) >= open).toBe(true);
        expect(lateFor).toBe(new Date(effectiveAt) < open ? effectiveAt.slice(0, 7) : null);
      }),
      { numRuns: 5_000 },
    );
  });

  it('is not posted into the future, nor twice', () => {
    given(journal)
      .when((state) =>
        post(state, { ...posting, effectiveAt: '2026-12-01T00:00:00.000Z' }, { now, openFrom }),
      )
      .thenRejects('journals.in_the_future');
    given(journal, posted)
      .when((state) => post(state, posting, { now, openFrom }))
      .thenRejects('journals.already_posted');
  });

  it('is taken back once, by the same legs the other way round', () => {
    const back = reverse(given(journal, posted).state, 'a2', now);
    const sides = [posted, back].flatMap((fact) => booking(fact as never).legs);
    const totals = new Map<string, bigint>();
    for (const { account, amountMinor } of sides)
      totals.set(account, (totals.get(account) ?? 0n) + amountMinor);
    expect([...totals.values()]).toEqual([0n, 0n]);
    given(journal, posted, back)
      .when((state) => reverse(state, 'a3', now))
      .thenRejects('journals.already_reversed');
    given(journal)
      .when((state) => reverse(state, 'a3', now))
      .thenRejects('journals.not_found');
  });
});

describe('a month', () => {
  it('is closed in order, once, and not before it is over', () => {
    expect(endOf('2026-12')).toEqual(new Date('2027-01-01T00:00:00Z'));
    expect(closable('2026-10', '2026-09', now)).toEqual(new Date('2026-11-01T00:00:00Z'));
    expect(() => closable('2026-11', null, now)).toThrow('periods.not_over');
    expect(() => closable('2026-09', '2026-09', now)).toThrow('periods.already_closed');
  });
});
