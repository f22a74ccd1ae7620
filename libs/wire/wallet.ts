import * as z from 'zod';
import { currency, id, instant, listOf, money, page } from './primitives';

/*
 * GET /api/wallet                  → walletView
 * GET /api/wallet/statement        → listOf(statementRow), newest first
 * GET /api/wallet/statement.csv    → text/csv, the same rows and filters
 * GET /api/wallet/entries/:id      → entryProof (the event that made the row, and where it stands in the record)
 */

export const walletView = z.object({
  balances: z.array(z.object({ currency, available: money, held: money, inEscrow: money })),
  upcoming: z.array(
    z.object({
      contractId: id,
      milestoneId: id,
      title: z.string(),
      net: money,
      releaseAt: instant,
    }),
  ),
});
export type WalletView = z.infer<typeof walletView>;

export const entryKinds = z.enum([
  'deposit',
  'escrow_funded',
  'client_fee',
  'client_tax',
  'escrow_released',
  'payout_held',
  'payout_paid',
  'payout_returned',
  'refund',
  'escrow_refunded',
  'client_fee_returned',
  'client_tax_returned',
  'chargeback',
  'chargeback_returned',
  'receivable_offset',
  'goodwill',
  'adjustment',
  'adjustment_reversed',
]);

export const statementRow = z.object({
  id: z.string(),
  at: instant,
  kind: entryKinds,
  bucket: z.enum(['available', 'held']),
  amount: money,
  balance: money,
  contractId: id.nullable(),
  milestoneId: id.nullable(),
  reference: z.string(),
});
export type StatementRow = z.infer<typeof statementRow>;
export const statementRows = listOf(statementRow);

export const findStatement = z.strictObject({
  currency: currency.default('INR'),
  kind: entryKinds.optional(),
  from: instant.optional(),
  to: instant.optional(),
  ...page,
});

export const recordedEvent = z.object({
  eventId: id,
  stream: z.string(),
  version: z.number(),
  type: z.string(),
  recordedAt: instant,
  /** The bytes as stored, and the chain hash that covers them and all before them (hex). */
  raw: z.string(),
  hash: z.string(),
});
export const entryProof = z.object({
  entry: statementRow,
  journalId: id,
  legs: z.array(z.object({ account: z.string(), amount: money })),
  event: recordedEvent,
});
export type EntryProof = z.infer<typeof entryProof>;
