import * as z from 'zod';
import { currency, id, instant, listOf, money, page } from './primitives';
import { recordedEvent } from './wallet';

/*
 * GET /api/admin/ledger/trial-balance         → trialBalance
 * GET /api/admin/ledger/accounts?kind=&currency= → listOf(ledgerAccount)
 * GET /api/admin/ledger/accounts/:account     → listOf(ledgerEntry), newest first
 * GET /api/admin/ledger/journals/:id          → journal
 */

export const trialBalance = z.object({
  at: instant,
  currencies: z.array(
    z.object({
      currency,
      rows: z.array(
        z.object({ kind: z.string(), accounts: z.number(), debit: money, credit: money }),
      ),
      debit: money,
      credit: money,
      /** Zero, always. */
      difference: money,
    }),
  ),
});
export const ledgerEntry = z.object({
  id: z.string(),
  journalId: id,
  account: z.string(),
  kind: z.string(),
  amount: money,
  balance: money.nullable(),
  at: instant,
});
export const findLedgerAccounts = z.strictObject({ kind: z.string().max(40), currency, ...page });
export const ledgerAccount = z.object({ account: z.string(), kind: z.string(), balance: money });
export const ledgerAccounts = listOf(ledgerAccount);
export const findEntries = z.strictObject({ ...page });
export const ledgerEntries = listOf(ledgerEntry);
export const journal = z.object({
  id,
  kind: z.string(),
  at: instant,
  legs: z.array(ledgerEntry),
  event: recordedEvent,
});
