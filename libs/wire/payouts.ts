import * as z from 'zod';
import { proposalReason } from './approvals';
import { id, instant, line, listOf, money, page, person, positiveMoney } from './primitives';

/*
 * POST /api/payouts/bank-accounts    addBankAccount → {id}   (verified by penny drop, asynchronously;
 *                                    x-step-up for `bank`)
 * GET  /api/payouts/bank-accounts    → {items: bankAccount[]}
 * POST /api/payouts                  requestPayout → {id}    (Idempotency-Key, x-step-up for `payout`)
 * GET  /api/payouts                  → listOf(payoutView)
 * GET  /api/payouts/:id              → payoutView
 * GET  /api/admin/payouts?state=     → listOf(adminPayout)
 * POST /api/admin/payouts/:id/prepare  preparePayout → {approvalId}   decided under /api/admin/approvals
 */

/** Payouts above this need two people of finance. INR minor units. */
export const approvalLimitMinor = 2_500_000n;

export const addBankAccount = z.strictObject({
  holder: line(100),
  ifsc: z.string().regex(/^[A-Z]{4}0[A-Z0-9]{6}$/, 'payouts.ifsc'),
  number: z.string().regex(/^\d{9,18}$/, 'payouts.account_number'),
});
export type AddBankAccount = z.infer<typeof addBankAccount>;

export const bankAccount = z.object({
  id,
  holder: z.string(),
  ifsc: z.string(),
  last4: z.string(),
  state: z.enum(['verifying', 'verified', 'failed']),
  createdAt: instant,
  /** In place of another account: no payout before; null for the first one. */
  restsUntil: instant.nullable(),
});
export type BankAccount = z.infer<typeof bankAccount>;
export const bankAccounts = z.object({ items: z.array(bankAccount) });

export const requestPayout = z.strictObject({ amount: positiveMoney, bankAccountId: id });
export type RequestPayout = z.infer<typeof requestPayout>;

/** requested → awaiting_approval → approved → submitted → processing → paid → reversed; `unknown` until queried. */
export const payoutState = z.enum([
  'awaiting_approval',
  'approved',
  'submitted',
  'processing',
  'unknown',
  'paid',
  'failed',
  'reversed',
  'rejected',
]);
export type PayoutState = z.infer<typeof payoutState>;

export const payoutView = z.object({
  id,
  amount: money,
  fee: money,
  state: payoutState,
  bank: z.object({ holder: z.string(), last4: z.string() }),
  utr: z.string().nullable(),
  failure: z.string().nullable(),
  requestedAt: instant,
  expectedBy: instant,
  steps: z.array(z.object({ state: payoutState, at: instant })),
});
export type PayoutView = z.infer<typeof payoutView>;
export const payoutViews = listOf(payoutView);
export const findPayouts = z.strictObject({ state: payoutState.optional(), ...page });

export const preparePayout = z.strictObject({ reason: proposalReason });
export type PreparePayout = z.infer<typeof preparePayout>;

export const adminPayout = payoutView.extend({
  provider: person,
  /** Why a person looks at it: above the limit, or a bank account younger than 72 h. */
  flags: z.array(z.enum(['above_limit', 'new_bank_account'])),
  /** The request that a second person decides; without one it waits for a maker. */
  approvalId: id.nullable(),
  preparedBy: person.pick({ id: true, name: true }).nullable(),
  decidedBy: person.pick({ id: true, name: true }).nullable(),
});
export const adminPayouts = listOf(adminPayout);
