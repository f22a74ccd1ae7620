import { money } from '@money';
import { proposeJournal } from '@wire/journals';
import fc from 'fast-check';
import { balancing, blank, type DraftLeg, faultOf, legsOf, sumsOf } from './legs';

const owner = '0196a1f0-7c1e-7000-8000-000000000001';
const inr = (minor: number) => money(minor, 'INR');
const debit = (minor: number, changes: Partial<DraftLeg> = {}): DraftLeg => ({
  ...blank('a'),
  account: 'loss',
  debit: inr(minor),
  ...changes,
});
const credit = (minor: number, changes: Partial<DraftLeg> = {}): DraftLeg => ({
  ...blank('b'),
  account: 'wallet',
  owner,
  credit: inr(minor),
  ...changes,
});

describe('The legs of a journal by hand', () => {
  it('are sent when they balance: debits negative, credits positive', () => {
    expect(legsOf([debit(4_720), credit(4_720)])).toEqual([
      { account: 'loss', amount: inr(-4_720) },
      { account: `wallet:${owner}:available`, amount: inr(4_720) },
    ]);
  });

  it('are not sent while they do not balance, or one of them is alone', () => {
    expect(legsOf([debit(4_720), credit(4_719)])).toBeNull();
    expect(legsOf([debit(4_720)])).toBeNull();
  });

  it('never balance one currency with another', () => {
    const dollars = credit(4_720, { currency: 'USD', credit: money(4_720, 'USD') });
    expect(legsOf([debit(4_720), dollars])).toBeNull();
    expect(sumsOf([debit(4_720), dollars]).map(({ difference }) => difference)).toEqual([
      inr(-4_720),
      money(4_720, 'USD'),
    ]);
  });

  it('each say what is missing: an account, whose it is, an amount', () => {
    expect(faultOf(debit(1, { account: '' }))).toBe('account');
    expect(faultOf(credit(1, { owner: 'Asha' }))).toBe('owner');
    expect(faultOf(debit(0))).toBe('amount');
    expect(faultOf(blank('c'))).toBe('account');
    expect(faultOf(credit(1))).toBeNull();
  });

  it('fill the last line with what is left, on the side that it is missing on', () => {
    const open = { ...blank('b'), account: 'fees' as const };
    expect(balancing([debit(4_720), open], 'b')).toMatchObject({ credit: inr(4_720), debit: null });
    expect(balancing([credit(300, { key: 'a' }), open], 'b')).toMatchObject({ debit: inr(300) });
    expect(balancing([debit(5), credit(5), { ...open, key: 'c' }], 'c')).toBeNull();
  });

  it('are sent only as the server takes them, whatever was typed', () => {
    const amount = fc.integer({ min: 0, max: 5 }).map(inr);
    const leg = fc.record({
      key: fc.uuid(),
      account: fc.constantFrom(
        '' as const,
        'fees' as const,
        'loss' as const,
        'receivable' as const,
      ),
      owner: fc.constantFrom('', owner, owner.toUpperCase()),
      currency: fc.constant('INR' as const),
      debit: fc.option(amount),
      credit: fc.constant(null),
    });
    const turned = leg.map((one) => ({ ...one, debit: null, credit: one.debit }));
    fc.assert(
      fc.property(fc.array(fc.oneof(leg, turned), { maxLength: 4 }), (drafts) => {
        const legs = legsOf(drafts);
        if (!legs) return;
        const wish = { legs, effectiveAt: '2026-11-01T00:00:00Z', reason: 'Rounding' };
        expect(proposeJournal.safeParse(wish).success).toBe(true);
        expect(legs.reduce((sum, { amount: one }) => sum + BigInt(one.amountMinor), 0n)).toBe(0n);
      }),
      { numRuns: 2_000 },
    );
  });
});
