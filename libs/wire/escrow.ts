import * as z from 'zod';
import { id, line, positiveMoney, text } from './primitives';

/*
 * The escrow of a contract has the contract's id.
 * POST /api/escrow/:contractId/milestones/:milestoneId/deliver          deliverMilestone → 204
 * POST /api/escrow/:contractId/milestones/:milestoneId/request-changes  requestChanges → 204
 * POST /api/escrow/:contractId/milestones/:milestoneId/release          releaseMilestone → released
 *        Idempotency-Key; above 25,000.00 also `x-step-up` (403 accounts.step_up_required)
 * Funding starts with a deposit (payments.ts); the money moves into escrow when the gateway confirms.
 */

/** pending → funded → in_review ⇄ changes_requested → released | refunded, or split between both by a decision */
export const milestoneState = z.enum([
  'pending',
  'funded',
  'in_review',
  'changes_requested',
  'released',
  'refunded',
  'split',
]);
export type MilestoneState = z.infer<typeof milestoneState>;

export const deliverMilestone = z.strictObject({ note: line(4_000), files: z.array(id).max(20) });
export type DeliverMilestone = z.infer<typeof deliverMilestone>;

export const requestChanges = z.strictObject({
  points: z.array(line(500)).min(1).max(20),
  note: text(2_000).optional(),
});
export type RequestChanges = z.infer<typeof requestChanges>;

/** The amount is said again, so that nobody releases what they did not see. */
export const releaseMilestone = z.strictObject({ amount: positiveMoney });
export type ReleaseMilestone = z.infer<typeof releaseMilestone>;

/** A release above this needs a fresh code (`x-step-up`). INR minor units. */
export const stepUpLimitMinor = 2_500_000n;

export const released = z.object({ net: positiveMoney, fee: positiveMoney, tax: positiveMoney });
export type Released = z.infer<typeof released>;
