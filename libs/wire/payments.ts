import * as z from 'zod';
import { id, instant, line, money, positiveMoney } from './primitives';

/*
 * POST /api/payments/deposits               openDeposit → checkout        (Idempotency-Key)
 * GET  /api/payments/deposits/:id           → depositView
 * GET  /api/payments/deposits?contractId=&milestoneId=  → {items: depositView[]}
 * POST /api/payments/deposits/:id/refunds   {amount} → {id}  from the wallet back to the card (Idempotency-Key)
 * POST /api/payments/razorpay/return        the gateway sends the browser back here → 303 to the fund page
 * POST /api/payments/webhooks/razorpay      signed truth of the gateway → 204
 */

export const openDeposit = z.strictObject({ contractId: id, milestoneId: id });
export type OpenDeposit = z.infer<typeof openDeposit>;

/** The browser posts `fields` as a form to `url`: the gateway's hosted checkout. */
export const checkout = z.object({
  depositId: id,
  url: z.string(),
  fields: z.record(z.string(), z.string()),
  receipt: z.object({ amount: money, fee: money, tax: money, total: money }),
});
export type Checkout = z.infer<typeof checkout>;

export const depositState = z.enum([
  'created',
  'authorized',
  'captured',
  'settled',
  'failed',
  'expired',
  'partially_refunded',
  'refunded',
]);
export type DepositState = z.infer<typeof depositState>;

export const depositView = z.object({
  id,
  contractId: id,
  milestoneId: id,
  state: depositState,
  amount: money,
  refunded: money,
  failure: z.string().nullable(),
  method: z.string().nullable(),
  createdAt: instant,
  capturedAt: instant.nullable(),
});
export type DepositView = z.infer<typeof depositView>;
export const findDeposits = z.strictObject({ contractId: id, milestoneId: id.optional() });
export const deposits = z.object({ items: z.array(depositView) });

export const refundDeposit = z.strictObject({ amount: positiveMoney, reason: line(200) });

/** The form that the hosted checkout posts back. */
export const checkoutReturn = z.object({
  razorpay_payment_id: z.string().optional(),
  razorpay_order_id: z.string().optional(),
  razorpay_signature: z.string().optional(),
});
