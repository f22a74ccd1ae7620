import { money } from '@money';
import type { DayView, ReconciliationRun, SafeguardingDay } from '@wire/reconciliation';
import { lastDays, lineOf, tells, verdictOf } from './verdict';

const inr = (minor: number) => money(minor, 'INR');
const run: ReconciliationRun = {
  gateway: 'razorpay',
  date: '2026-11-20',
  at: '2026-11-21T00:30:00Z',
  statementHash: 'a1',
  refusal: null,
  lines: 12,
  matched: 12,
  breaks: 0,
  totals: [],
};

describe('What a run came to', () => {
  it('matches only when no difference is left', () => {
    expect(verdictOf(run)).toBe('matches');
    expect(verdictOf({ ...run, breaks: 1 })).toBe('differs');
  });
  it('is a difference too when the statement is empty and something is missing in it', () => {
    expect(verdictOf({ ...run, lines: 0, matched: 0, breaks: 1 })).toBe('differs');
    expect(verdictOf({ ...run, lines: 0, matched: 0 })).toBe('nothing');
  });
  it('is nothing that matches when the statement could not be read', () => {
    const refusal = 'reconciliation.statement_truncated';
    expect(verdictOf({ ...run, refusal, statementHash: null })).toBe('refused');
  });
});

describe('The line of a difference', () => {
  const line = (amount: number, fee: number): DayView['lines'][number] => ({
    ...{ kind: 'payment', reference: 'pay_1', utr: null, matched: true, journalId: null },
    ...{ amount: inr(amount), fee: inr(fee), at: '2026-11-20T10:00:00Z' },
  });
  const lines = [line(-500, 0), line(1_000, 118), line(900, 20)];

  it('is the one with its amount among those of one reference', () => {
    const one = { kind: 'wrong_amount' as const, reference: 'pay_1', actual: inr(1_000) };
    expect(lineOf(one, lines)).toBe(lines[1]);
  });
  it('is the one with its fee where the fee is wrong', () => {
    const one = { kind: 'wrong_fee' as const, reference: 'pay_1', actual: inr(20) };
    expect(lineOf(one, lines)).toBe(lines[2]);
  });
  it('is none where the statement has none', () => {
    const one = { kind: 'missing' as const, reference: 'pay_1', actual: inr(0) };
    expect(lineOf(one, lines)).toBeNull();
    expect(lineOf({ ...one, kind: 'extra', reference: 'pay_2' }, lines)).toBeNull();
  });
});

describe('The safeguarding report', () => {
  const day = (date: string, changes: Partial<SafeguardingDay> = {}): SafeguardingDay => ({
    ...{ date, currency: 'INR', clientMoney: inr(0), houseMoney: inr(0), statement: inr(0) },
    ...{ inTransit: inr(0), difference: inr(0), openBreaks: 0 },
    ...changes,
  });

  it('leaves out a currency that nothing was ever held in, never one with an open difference', () => {
    expect(tells(day('2026-11-20'))).toBe(false);
    expect(tells(day('2026-11-20', { openBreaks: 1 }))).toBe(true);
    expect(tells(day('2026-11-20', { inTransit: inr(1) }))).toBe(true);
  });
  it('stands on its last day', () => {
    const held = { clientMoney: inr(5), statement: inr(5) };
    const days = [day('2026-11-20', held), day('2026-11-21', held), day('2026-11-19', held)];
    expect(lastDays(days)).toEqual([day('2026-11-21', held)]);
  });
});
