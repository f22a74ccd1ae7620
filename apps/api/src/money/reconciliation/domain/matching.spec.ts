import { minor, money } from '@money';
import fc from 'fast-check';
import { compare, fees, type Booking, type Line, type Question } from './matching';
import { arrive, reconciliation, resolve, suggested, take } from './reconciliation';
import { daysAfter, dayOf, startOf } from '@kernel/business-days';

const day = '2026-11-20';
const terms = { feeBps: 200, taxBps: 1800, dueDays: 3 };
const line = (more: Partial<Line> = {}): Line => ({
  date: day,
  kind: 'payment',
  reference: 'pay_1',
  turn: 1,
  currency: 'INR',
  amount: 100_000n,
  fee: fees(more.amount ?? 100_000n, terms),
  tax: 360n,
  utr: null,
  at: startOf(day),
  ...more,
});
const booking = (more: Partial<Booking> = {}): Booking => ({
  journal: 'j1',
  kind: 'payment',
  reference: 'pay_1',
  currency: 'INR',
  amount: 100_000n,
  day: daysAfter(day, -2),
  ...more,
});
const ask = (lines: Line[], bookings: Booking[], more: Partial<Question> = {}) =>
  compare({ gateway: 'razorpay', day, lines, bookings, known: new Set(), terms, ...more });
const kinds = ({ differences }: ReturnType<typeof ask>) => differences.map(({ kind }) => kind);

describe('a statement and the ledger', () => {
  it('agree when every line has its booking, for its amount, fee and day', () => {
    const found = ask([line()], [booking()]);
    expect(found.differences).toEqual([]);
    expect(found.matched).toMatchObject([{ journal: 'j1' }]);
  });

  it.each<[string, Line[], Booking[], string[]]>([
    ['a payment nobody here knows', [line()], [], ['extra']],
    ['a payment told twice', [line(), line({ turn: 2 })], [booking()], ['extra']],
    ['another amount', [line({ amount: 99_000n })], [booking()], ['wrong_amount']],
    ['a fee beside the price list', [line({ fee: 2_361n })], [booking()], ['wrong_fee']],
    ['a payment that came late', [line()], [booking({ day: daysAfter(day, -4) })], ['late']],
    [
      'another currency',
      [line({ currency: 'USD' })],
      [booking({ day: daysAfter(day, -3) })],
      ['extra', 'missing'],
    ],
    ['a booking that is due today', [], [booking({ day: daysAfter(day, -3) })], ['missing']],
    ['a booking that may still come', [], [booking({ day: daysAfter(day, -2) })], []],
    [
      'one that was due yesterday: that day said so',
      [],
      [booking({ day: daysAfter(day, -4) })],
      [],
    ],
  ])('%s', (_, lines, bookings, expected) => {
    expect(kinds(ask(lines, bookings))).toEqual(expected);
  });

  it('lets a payout under way wait for its booking, and no longer than agreed', () => {
    const payout = line({ kind: 'payout', reference: 'pout_1', amount: -5_000n, fee: null });
    const known = new Set(['pout_1']);
    expect(kinds(ask([payout], [], { known }))).toEqual([]);
    const later = daysAfter(day, 3);
    expect(kinds(ask([payout], [], { known, day: later }))).toEqual(['extra']);
  });

  it('settles a payout that came back before it counted with its own return', () => {
    const out = line({ kind: 'payout', reference: 'pout_1', amount: -5_000n, fee: null });
    const back = { ...out, kind: 'payout_returned' as const, amount: 5_000n };
    const found = ask([out, back], [], { known: new Set(['pout_1']) });
    expect(found.differences).toEqual([]);
    expect(found.matched).toHaveLength(2);
  });

  it('names a difference the same whenever and however often it is found', () => {
    const overdue = booking({ day: daysAfter(day, -3) });
    const [first] = ask([], [overdue]).differences;
    const later = daysAfter(day, 4);
    const { arrived } = ask([line({ date: later })], [overdue], { day: later });
    expect(arrived).toEqual([{ date: day, breakId: first?.breakId }]);
  });

  it('explains every paisa: what differs is what is missing, extra, wrong or waits', () => {
    const parts = fc.array(
      fc.record({
        reference: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        amount: fc.bigInt({ min: 1n, max: 10n ** 15n }),
        ago: fc.integer({ min: 0, max: 3 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(parts, parts, (told, booked) => {
        const lines = told.map(({ reference, amount }, turn) => line({ reference, amount, turn }));
        const bookings = booked.map(({ reference, amount, ago }, at) =>
          booking({ reference, amount, day: daysAfter(day, -ago), journal: String(at) }),
        );
        const { differences, matched } = ask(lines, bookings);
        const taken = new Set(matched.map(({ journal }) => journal));
        const waiting = bookings.filter(
          (one) => !taken.has(one.journal) && one.day !== daysAfter(day, -3),
        );
        const sum = (all: readonly { amount: bigint }[]) =>
          all.reduce((total, { amount }) => total + amount, 0n);
        const explained = differences
          .filter(({ kind }) => kind !== 'late' && kind !== 'wrong_fee')
          .reduce((total, one) => total + minor(one.actual) - minor(one.expected), 0n);
        expect(sum(lines) - sum(bookings)).toBe(explained - sum(waiting));
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('a difference', () => {
  const [found] = ask([line()], []).differences;
  if (!found) throw new Error('there is none');
  const run = {
    gateway: 'razorpay' as const,
    date: day,
    statementHash: 'h',
    lines: 1,
    matched: 0,
    totals: [],
  };
  const state = (facts: ReturnType<typeof take>) =>
    facts.reduce((before, fact) => reconciliation.evolve(before, fact), reconciliation.initial);
  const opened = take(reconciliation.initial, run, [found]);
  const types = (facts: readonly { type: string }[]) => facts.map(({ type }) => type);

  it('is opened once, however often the day is compared', () => {
    expect(types(opened)).toEqual(['ReconciliationRun', 'BreakOpened']);
    expect(take(state(opened), run, [found])).toEqual([]);
  });

  it('is gone when a later statement no longer has it, and opens anew when it is back', () => {
    const gone = take(state(opened), { ...run, statementHash: 'i' }, []);
    expect(types(gone)).toEqual(['ReconciliationRun', 'BreakResolved']);
    const back = take(state([...opened, ...gone]), run, [found]);
    expect(types(back)).toEqual(['ReconciliationRun', 'BreakOpened']);
  });

  it('stays explained when it is found again, and is explained once', () => {
    const words = { outcome: 'explained', by: 'maker', sha256: 'x' } as const;
    const after = state([...opened, resolve(state(opened), found.breakId, words)]);
    expect(take(after, run, [found])).toEqual([]);
    expect(() => resolve(after, found.breakId, words)).toThrow('reconciliation.already_resolved');
    expect(arrive(after, found.breakId)).toEqual([]);
  });

  it('suggests entries that sum to zero and make the ledger say what the statement says', () => {
    const legs = suggested({
      ...found,
      kind: 'wrong_amount',
      expected: money(100, 'INR'),
      actual: money(70, 'INR'),
    });
    expect(legs).toEqual([
      { account: 'gateway:razorpay', amount: money(30, 'INR') },
      { account: 'suspense', amount: money(-30, 'INR') },
    ]);
    const fee = suggested({
      ...found,
      kind: 'wrong_fee',
      expected: money(100, 'INR'),
      actual: money(130, 'INR'),
    });
    expect(fee).toEqual([
      { account: 'gateway:razorpay', amount: money(30, 'INR') },
      { account: 'loss', amount: money(-30, 'INR') },
    ]);
    expect(suggested({ ...found, kind: 'late' })).toEqual([]);
    expect(suggested({ ...found, source: 'ledger', kind: 'control_fees' })).toEqual([]);
  });
});

describe('a day of business', () => {
  it('begins at half past six in the evening before, UTC', () => {
    expect(startOf('2026-11-20').toISOString()).toBe('2026-11-19T18:30:00.000Z');
    expect(dayOf(new Date('2026-11-19T18:29:59Z'))).toBe('2026-11-19');
    expect(dayOf(startOf('2026-11-20'))).toBe('2026-11-20');
  });
});
