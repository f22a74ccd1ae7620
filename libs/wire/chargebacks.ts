import * as z from 'zod';
import { id, instant, line, listOf, money, page, person } from './primitives';

/*
 * GET  /api/admin/chargebacks?state=&open=   → listOf(chargebackRow), the next deadline first
 * GET  /api/admin/chargebacks/:id            → chargebackDetail
 * POST /api/admin/chargebacks/:id/evidence   submitEvidence → 204   (goes to the gateway; once in each phase)
 */

export const chargebackPhase = z.enum([
  'retrieval',
  'chargeback',
  'pre_arbitration',
  'arbitration',
]);
export type ChargebackPhase = z.infer<typeof chargebackPhase>;

/** retrieval → opened → evidence_due → under_review → won | lost → pre_arbitration → arbitration → closed */
export const chargebackState = z.enum([
  'retrieval',
  'opened',
  'evidence_due',
  'under_review',
  'won',
  'lost',
  'pre_arbitration',
  'arbitration',
  'closed',
]);
export type ChargebackState = z.infer<typeof chargebackState>;

export const findChargebacks = z.strictObject({
  state: chargebackState.optional(),
  contractId: id.optional(),
  ...page,
});

const who = person.pick({ id: true, name: true });
/** Where the money was taken from, in the order of recovery. */
export const recovery = z.object({ escrow: money, wallet: money, receivable: money, loss: money });

export const chargebackRow = z.object({
  id,
  gatewayDisputeId: z.string(),
  contractId: id,
  contractTitle: z.string(),
  milestoneId: id,
  depositId: id,
  client: who,
  provider: who.nullable(),
  amount: money,
  phase: chargebackPhase,
  state: chargebackState,
  outcome: z.enum(['won', 'lost']).nullable(),
  reasonCode: z.string(),
  receivedAt: instant,
  respondBy: instant.nullable(),
  /** Whether our evidence went out in this phase. */
  answered: z.boolean(),
  /** Per cent of the time to answer that were over when an alarm was raised. */
  alarms: z.array(z.number()),
});
export type ChargebackRow = z.infer<typeof chargebackRow>;
export const chargebackRows = listOf(chargebackRow);

export const chargebackDetail = chargebackRow.extend({
  /** Null while nothing is taken. */
  taken: recovery.nullable(),
  evidence: z.array(
    z.object({
      id,
      phase: chargebackPhase,
      summary: z.string(),
      files: z.array(id),
      by: who,
      at: instant,
    }),
  ),
  steps: z.array(z.object({ event: z.string(), at: instant })),
});
export type ChargebackDetail = z.infer<typeof chargebackDetail>;

export const submitEvidence = z.strictObject({
  /** The gateway takes a thousand characters. */
  summary: line(1_000),
  /** Ids of files that the sender may read. */
  files: z.array(id).max(20).default([]),
});
export type SubmitEvidence = z.infer<typeof submitEvidence>;
