import * as z from 'zod';
import { proposalReason } from './approvals';
import { trialBalance } from './ledger';
import { id, instant, listOf, money, page } from './primitives';

/*
 * GET  /api/admin/journals                  → listOf(journalRow), newest first
 * POST /api/admin/journals                  proposeJournal → proposed   (Idempotency-Key; a second person agrees)
 * POST /api/admin/journals/:id/reverse      proposeReversal → proposed  at most one reversal
 * GET  /api/admin/periods                   → {items: closedPeriod[]}, newest first
 * GET  /api/admin/periods/:period/trial-balance → periodBalance  as its close would bind it now
 * POST /api/admin/periods/:period/close     proposeReversal → proposed  binds the trial balance by its hash
 */

/** Escrow and money under way move by their own decisions and never by hand. */
const account = z
  .string()
  .regex(
    /^(fees|tax|loss|suspense|gateway:razorpay|bank:razorpayx|(wallet:[0-9a-f-]{36}:available)|(receivable:[0-9a-f-]{36}))$/,
    'journals.account',
  );
export const leg = z.strictObject({ account, amount: money });
export type JournalLeg = z.infer<typeof leg>;

export const proposeJournal = z.strictObject({
  /** Positive: owed to the account. All legs of a currency sum to zero. */
  legs: z.array(leg).min(2).max(50),
  effectiveAt: instant,
  reason: proposalReason,
});
export type ProposeJournal = z.infer<typeof proposeJournal>;

export const proposeReversal = z.strictObject({ reason: proposalReason });
export type ProposeReversal = z.infer<typeof proposeReversal>;

export const findJournals = z.strictObject({ ...page });
export const journalRow = z.object({
  id,
  approvalId: id,
  legs: z.array(z.object({ account: z.string(), amount: money })),
  effectiveAt: instant,
  postedAt: instant,
  /** The closed month that it came too late for. */
  lateFor: z.string().nullable(),
  reversedAt: instant.nullable(),
});
export type JournalRow = z.infer<typeof journalRow>;
export const journalRows = listOf(journalRow);

export const period = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'periods.month');
export const closedPeriod = z.object({
  period: z.string(),
  closedAt: instant,
  approvalId: id,
  trialBalanceHash: z.string(),
  accounts: z.number().int(),
});
export const closedPeriods = z.object({ items: z.array(closedPeriod) });
export const periodBalance = trialBalance.pick({ currencies: true }).extend({
  period: z.string(),
  accounts: z.number().int(),
  trialBalanceHash: z.string(),
});
