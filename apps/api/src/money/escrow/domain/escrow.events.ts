import { holdReason } from '@wire/holds';
import { id, instant, line, money } from '@wire/primitives';
import type { EventsOf } from '@kernel/events';
import * as z from 'zod';

const fees = z.object({
  id: z.string(),
  clientFeeBps: z.number().int(),
  providerFeeBps: z.number().int(),
  taxBps: z.number().int(),
});

export const escrowEvents = {
  EscrowOpened: z
    .object({
      clientId: id,
      providerId: id,
      fees,
      termsVersion: z.string(),
      reviewDays: z.number().int(),
      milestones: z.array(z.object({ id, amount: money, days: z.number().int() })),
    })
    .describe('Both sides signed; the milestones wait for money. Fees are frozen here.'),
  EscrowFunded: z
    .object({
      milestoneId: id,
      clientId: id,
      amount: money,
      fee: money,
      tax: money,
      depositId: id,
      dueAt: instant,
    })
    .describe('The client put the money for a milestone in escrow and paid the service fee.'),
  MilestoneSubmitted: z
    .object({
      milestoneId: id,
      deliveryId: id,
      version: z.number().int(),
      artifactHashes: z.array(z.string()),
      autoReleaseAt: instant,
    })
    .describe('The provider delivered; the review period runs.'),
  RevisionRequested: z
    .object({ milestoneId: id, deliveryId: id, points: z.number().int() })
    .describe('The client asked for changes; the review period stops.'),
  EscrowReleased: z
    .object({
      milestoneId: id,
      providerId: id,
      gross: money,
      fee: money,
      tax: money,
      net: money,
      reason: z.enum(['approved', 'auto', 'decision', 'settlement']),
    })
    .describe('The money of a milestone went to the provider, less the platform fee and its tax.'),
  EscrowFrozen: z
    .object({ disputeId: id, milestoneIds: z.array(id), at: instant })
    .describe('A dispute holds these milestones still; their clocks stop, the others go on.'),
  EscrowUnfrozen: z
    .object({
      disputeId: id,
      milestones: z.array(z.object({ milestoneId: id, autoReleaseAt: instant.nullable() })),
    })
    .describe('The dispute was withdrawn; what was left of the review period runs on.'),
  EscrowRefunded: z
    .object({
      milestoneId: id,
      clientId: id,
      amount: money,
      fee: money,
      tax: money,
      total: money,
      reason: z.enum(['decision', 'settlement']),
    })
    .describe('Money of a milestone went back to the client, with its share of fee and tax.'),
  EscrowSplitSettled: z
    .object({
      disputeId: id,
      basis: z.enum(['decision', 'settlement']),
      toProvider: money,
      net: money,
      toClient: money,
      refunded: money,
    })
    .describe(
      'A decision or settlement was carried out: all of the disputed money found its owner.',
    ),
  EscrowHeld: z
    .object({
      holdId: id,
      milestoneIds: z.array(id),
      reason: holdReason,
      until: instant,
      heldBy: id,
    })
    .describe(
      'Compliance holds money back; nothing of these milestones leaves until two people lift it.',
    ),
  EscrowHoldLifted: z
    .object({
      holdId: id,
      approvalId: id,
      milestones: z.array(z.object({ milestoneId: id, autoReleaseAt: instant.nullable() })),
    })
    .describe('Two people lifted a hold; the money may leave again.'),
  EscrowLimitNear: z
    .object({ milestoneId: id, gateway: line(40), maxHoldUntil: instant })
    .describe('The gateway holds this money not much longer; somebody has to look.'),
  EscrowFrozenByChargeback: z
    .object({ chargebackId: id, milestoneId: id, taken: money, at: instant })
    .describe('The payer’s bank took money of this milestone back; it stands still.'),
  EscrowUnfrozenByChargeback: z
    .object({
      chargebackId: id,
      milestoneId: id,
      outcome: z.enum(['won', 'lost']),
      /** What the milestone holds from now on. */
      left: money,
      autoReleaseAt: instant.nullable(),
    })
    .describe('The chargeback is decided: won, all is there again; lost, what is left goes on.'),
  EscrowClosed: z
    .object({ outcome: line(20) })
    .describe('Every milestone is settled and nothing is held.'),
};

export type EscrowEvent = EventsOf<typeof escrowEvents>;

/** The stream of an escrow is named after its contract. */
export const contractOf = (stream: string): string => stream.slice('escrow-'.length);
