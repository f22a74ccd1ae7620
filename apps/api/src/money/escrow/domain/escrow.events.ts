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
      reason: z.enum(['approved', 'auto']),
    })
    .describe('The money of a milestone went to the provider, less the platform fee and its tax.'),
  EscrowClosed: z
    .object({ outcome: line(20) })
    .describe('Every milestone is settled and nothing is held.'),
};

export type EscrowEvent = EventsOf<typeof escrowEvents>;
