import { money } from '@money';
import { currency } from '@wire/primitives';
import * as z from 'zod';

/** A dispute as Razorpay tells it: what we call a chargeback. */
export const disputeEntity = z.object({
  id: z.string(),
  payment_id: z.string(),
  amount: z.number().int(),
  currency,
  reason_code: z.string(),
  respond_by: z.number().int().nullish(),
  status: z.enum(['open', 'under_review', 'won', 'lost', 'closed']),
  phase: z.enum(['fraud', 'retrieval', 'chargeback', 'pre_arbitration', 'arbitration']),
});
export type DisputeEntity = z.infer<typeof disputeEntity>;

/** In our words. A question about fraud takes no money, so it is a retrieval. */
export function asChargeback(entity: DisputeEntity, event: string) {
  const { status, phase, respond_by: respondBy } = entity;
  const asked = event === 'payment.dispute.action_required';
  const opened = asked ? ('evidence_due' as const) : ('opened' as const);
  return {
    gatewayDisputeId: entity.id,
    phase: phase === 'fraud' ? ('retrieval' as const) : phase,
    status: status === 'open' ? opened : status,
    amount: money(entity.amount, entity.currency),
    reasonCode: entity.reason_code,
    respondBy: respondBy ? new Date(respondBy * 1_000).toISOString() : null,
  };
}
