import * as z from 'zod';
import { currency, id, instant, listOf, money, page } from './primitives';

/*
 * The time machine (`axis`: by when it was recorded, or by when it took effect):
 * GET  /api/admin/replay/balance?account=&at=&axis=          → balanceAt
 * GET  /api/admin/replay/trial-balance?at=&axis=             → trialBalanceAt
 * GET  /api/admin/replay/difference?from=&to=&axis=&account= → difference
 * GET  /api/admin/replay/why?account=&at=&axis=              → listOf(reason), newest first
 * GET  /api/admin/replay/contracts/:contractId               → contractReplay: every step of its money
 */

const axis = z.enum(['recorded', 'effective']).default('recorded');
const account = z.string().regex(/^[a-z:A-Z0-9-]{3,120}$/);
export const findBalance = z.strictObject({ account, at: instant, axis });
export const balanceAt = z.object({
  account: z.string(),
  at: instant,
  axis,
  balance: money,
  /** The last entry that counts; null before the first. */
  entryId: z.string().nullable(),
});
export const findTrialBalance = z.strictObject({ at: instant, axis });
export const trialBalanceAt = z.object({
  at: instant,
  axis,
  currencies: z.array(
    z.object({
      currency,
      rows: z.array(z.object({ kind: z.string(), debit: money, credit: money })),
      debit: money,
      credit: money,
      difference: money,
    }),
  ),
});
export type TrialBalanceAt = z.infer<typeof trialBalanceAt>;
export const findDifference = z.strictObject({
  from: instant,
  to: instant,
  axis,
  account: account.optional(),
});
/** One line for an account, or one for each kind of account and currency. */
export const difference = z.object({
  from: instant,
  to: instant,
  axis,
  rows: z.array(z.object({ name: z.string(), before: money, after: money, change: money })),
});
export const findReasons = z.strictObject({ account, at: instant, axis, ...page });
export const reason = z.object({
  entryId: z.string(),
  journalId: id,
  kind: z.string(),
  amount: money,
  balance: money.nullable(),
  recordedAt: instant,
  effectiveAt: instant,
  event: z.object({ stream: z.string(), version: z.number(), type: z.string() }),
  leaf: z.number().nullable(),
});
export const reasons = listOf(reason);
export const contractReplay = z.object({
  contractId: id,
  currency: currency.nullable(),
  steps: z.array(
    z.object({
      event: z.object({
        eventId: id,
        stream: z.string(),
        version: z.number(),
        type: z.string(),
        recordedAt: instant,
        effectiveAt: instant,
      }),
      leaf: z.number().nullable(),
      legs: z.array(z.object({ account: z.string(), kind: z.string(), amount: money })),
      /** What each account of this contract's money came to, by this contract's entries alone. */
      balances: z.array(z.object({ account: z.string(), balance: money })),
      debit: money.nullable(),
      credit: money.nullable(),
    }),
  ),
});
export type ContractReplay = z.infer<typeof contractReplay>;
