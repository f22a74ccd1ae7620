import * as z from 'zod';
import { proposalReason } from './approvals';
import { currency, id, instant, line, listOf, money, page, person } from './primitives';

/*
 * GET  /api/admin/reconciliation/runs                     findRuns → runs, newest first
 * POST /api/admin/reconciliation/runs                     runReconciliation → run (finance_maker)
 * GET  /api/admin/reconciliation/days/:gateway/:date      → dayView: lines and bookings of a day
 * GET  /api/admin/reconciliation/breaks                   findBreaks → breaks, oldest open first
 * GET  /api/admin/reconciliation/breaks/:id               → breakDetail
 * POST /api/admin/reconciliation/breaks/:id/owner         assignBreak → 204 (finance_maker)
 * POST /api/admin/reconciliation/breaks/:id/notes         noteBreak → 204
 * POST /api/admin/reconciliation/breaks/:id/entries       proposeEntries → proposed (Idempotency-Key)
 * POST /api/admin/reconciliation/breaks/:id/resolve       resolveBreak → 204
 * POST /api/admin/reconciliation/controls                 → controls: the control accounts, looked at now
 * GET  /api/admin/reconciliation/safeguarding             findSafeguarding → safeguarding
 * GET  /api/admin/reconciliation/safeguarding.csv         findSafeguarding → text/csv
 */

/** `razorpay`: settlements of the gateway; `razorpayx`: the bank account of payouts. */
export const gateway = z.enum(['razorpay', 'razorpayx']);
export type Gateway = z.infer<typeof gateway>;

/** A day of business as the gateway counts them (UTC+05:30). */
export const day = z.iso.date();

/** What a statement line or a booking is about. */
export const lineKind = z.enum([
  'payment',
  'refund',
  'chargeback',
  'chargeback_returned',
  'payout',
  'payout_returned',
  'other',
]);
export type LineKind = z.infer<typeof lineKind>;

export const breakKind = z.enum([
  /** Booked here and due, but in no statement. */
  'missing',
  /** In the statement, and nothing here knows it. */
  'extra',
  'wrong_amount',
  /** The gateway kept more or less than its price list says. */
  'wrong_fee',
  /** It came, after the day by which it had to. */
  'late',
  /** A control account is not what its parts sum to. */
  'control_escrow',
  'control_fees',
  'control_tax',
]);
export type BreakKind = z.infer<typeof breakKind>;

export const breakSource = z.enum([...gateway.options, 'ledger']);
export const breakStatus = z.enum(['open', 'proposed', 'resolved']);
/** `gone`: a later statement no longer shows it; `arrived`: it came after all; `posted`: by entries. */
export const breakOutcome = z.enum([
  'explained',
  'corrected_by_gateway',
  'timing',
  'posted',
  'gone',
  'arrived',
]);

const totals = z.object({
  currency,
  /** Payments in, less refunds, chargebacks and payouts, before the gateway's fees. */
  statement: money,
  booked: money,
  fees: money,
});

export const runReconciliation = z.strictObject({ gateway, date: day });
export type RunReconciliation = z.infer<typeof runReconciliation>;

export const run = z.object({
  gateway,
  date: day,
  at: instant,
  /** Null: the statement could not be read, `refusal` says why, and nothing was compared. */
  statementHash: z.string().nullable(),
  refusal: z.string().nullable(),
  lines: z.number().int(),
  matched: z.number().int(),
  breaks: z.number().int(),
  totals: z.array(totals),
});
export type ReconciliationRun = z.infer<typeof run>;
export const findRuns = z.strictObject({ gateway: gateway.optional(), ...page });
export const runs = listOf(run);

export const dayLine = z.object({
  kind: lineKind,
  reference: z.string(),
  amount: money,
  fee: money.nullable(),
  /** Of the bank: what finds the transfer again. */
  utr: z.string().nullable(),
  at: instant,
  matched: z.boolean(),
  journalId: id.nullable(),
});
export const dayView = z.object({
  gateway,
  date: day,
  totals: z.array(totals),
  lines: z.array(dayLine),
  /** Booked on this day and in no statement yet. */
  waiting: z.array(dayLine),
});
export type DayView = z.infer<typeof dayView>;

const who = person.pick({ id: true, name: true });

export const findBreaks = z.strictObject({
  status: breakStatus.optional(),
  source: breakSource.optional(),
  kind: breakKind.optional(),
  owner: id.optional(),
  ...page,
});
export const breakRow = z.object({
  id,
  source: breakSource,
  date: day,
  kind: breakKind,
  status: breakStatus,
  /** The gateway's own name of the payment, refund, dispute or payout; empty for control accounts. */
  reference: z.string(),
  expected: money,
  actual: money,
  /** Actual less expected. */
  difference: money,
  journalId: id.nullable(),
  owner: who.nullable(),
  openedAt: instant,
  /** Whole days since it was opened, until it was resolved. */
  age: z.number().int(),
  approvalId: id.nullable(),
  outcome: breakOutcome.nullable(),
  resolvedAt: instant.nullable(),
});
export type BreakRow = z.infer<typeof breakRow>;
export const breaks = listOf(breakRow);

export const suggestedLeg = z.object({ account: z.string(), amount: money });
export const breakDetail = breakRow.extend({
  /** Entries that would close the difference; none where money cannot be the answer. */
  suggested: z.array(suggestedLeg),
  notes: z.array(
    z.object({ id, author: who, at: instant, kind: z.enum(['note', 'reason']), body: z.string() }),
  ),
});
export type BreakDetail = z.infer<typeof breakDetail>;

/** Null: nobody any more. */
export const assignBreak = z.strictObject({ ownerId: id.nullable() });
export const noteBreak = z.strictObject({ text: line(2_000) });
export const proposeEntries = z.strictObject({ reason: proposalReason });
export const resolveBreak = z.strictObject({
  outcome: z.enum(['explained', 'corrected_by_gateway', 'timing']),
  reason: line(2_000),
});
export type ResolveBreak = z.infer<typeof resolveBreak>;

export const control = z.object({
  kind: z.enum(['control_escrow', 'control_fees', 'control_tax']),
  currency,
  ledger: money,
  parts: money,
  difference: money,
});
export type Control = z.infer<typeof control>;
export const controls = z.object({ at: instant, items: z.array(control) });

export const findSafeguarding = z.strictObject({ from: day, to: day });
export const safeguardingDay = z.object({
  date: day,
  currency,
  /** Wallets and escrow: what is owed to clients and providers at the end of the day. */
  clientMoney: money,
  /** Fees, tax, adjustments and the house's own: what else the ledger says is held outside. */
  houseMoney: money,
  /** What the statements up to this day say is held, before the gateway's fees. */
  statement: money,
  /** Booked and not in a statement yet. */
  inTransit: money,
  /** Statement and in transit, less client and house money; zero when all is there. */
  difference: money,
  openBreaks: z.number().int(),
});
export const safeguarding = z.object({ items: z.array(safeguardingDay) });
export type SafeguardingDay = z.infer<typeof safeguardingDay>;
