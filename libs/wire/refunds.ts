import * as z from 'zod';
import { proposalReason } from './approvals';
import { id, positiveMoney } from './primitives';

/*
 * GET  /api/admin/refunds/deposits?contractId=  → deposits    what the client paid
 * POST /api/admin/refunds           refundForClient → refundAnswer   (Idempotency-Key)
 * POST /api/admin/refunds/goodwill  proposeGoodwill → proposed       (Idempotency-Key)
 *
 * Finance refunds, above the limit with a second person; support proposes goodwill to finance.
 */

/** Refunds by staff above this need two people of finance. INR minor units. */
export const largeRefundMinor = 2_500_000n;
/** What the house gives for the sake of peace is at most this, for one contract. INR minor units. */
export const goodwillLimitMinor = 500_000n;

export const refundForClient = z.strictObject({
  depositId: id,
  amount: positiveMoney,
  reason: proposalReason,
});
export type RefundForClient = z.infer<typeof refundForClient>;

/** Exactly one of the two: the refund is under way, or it waits for a second person. */
export const refundAnswer = z.object({ refundId: id.nullable(), approvalId: id.nullable() });
export type RefundAnswer = z.infer<typeof refundAnswer>;

export const proposeGoodwill = z.strictObject({
  contractId: id,
  amount: positiveMoney,
  reason: proposalReason,
});
export type ProposeGoodwill = z.infer<typeof proposeGoodwill>;
