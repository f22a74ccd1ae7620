import * as z from 'zod';
import { disputeState } from './disputes';
import { milestoneState } from './escrow';
import { fileView } from './files';
import { fieldFilter, filledField, givenValues } from './org-fields';
import { id, instant, line, listOf, money, page, person, positiveMoney, text } from './primitives';

/*
 * POST /api/contracts               offerContract → {id}      (client signs by offering)
 * POST /api/contracts/:id/accept    signContract → 204        (provider signs by click)
 * POST /api/contracts/:id/decline   {reason} → 204
 * POST /api/contracts/:id/withdraw  → 204
 * POST /api/contracts/:id/updates   postUpdate → 204          (work update on the timeline)
 * GET  /api/contracts?role=&state=  → listOf(contractRow)
 * GET  /api/contracts/ours?organisationId=&workspaceId=&state= → listOf(contractRow)  (members)
 * GET  /api/contracts/:id           → contractView (the hub: rail, money strip, milestones, timeline, next step)
 * GET  /api/admin/contracts?q=      → listOf(contractRow);  GET /api/admin/contracts/:id → contractView
 */

export const feeSchedule = z.object({
  id: z.string(),
  clientFeeBps: z.number(),
  providerFeeBps: z.number(),
  taxBps: z.number(),
});

export const offerContract = z.strictObject({
  proposalId: id,
  message: text(2_000).optional(),
  /** For the fields that the organisation asks as somebody is hired. */
  given: givenValues.optional(),
  milestones: z
    .array(
      z.strictObject({
        title: line(120),
        amount: positiveMoney,
        days: z.number().int().min(1).max(365),
      }),
    )
    .min(1)
    .max(10),
  /** The full name, typed: the signature by click. */
  signature: line(80),
});
export type OfferContract = z.infer<typeof offerContract>;
export const signContract = z.strictObject({ signature: line(80) });
export const declineContract = z.strictObject({ reason: line(500) });
export const postUpdate = z.strictObject({ note: line(4_000), files: z.array(id).max(20) });

export const contractState = z.enum(['offered', 'active', 'completed', 'declined', 'withdrawn']);
export type ContractState = z.infer<typeof contractState>;

/** Beside disputes: compliance holds the money, or the payer’s bank took it back. Nobody is told why. */
export const milestoneStop = z.enum(['held', 'chargeback']);
export type MilestoneStop = z.infer<typeof milestoneStop>;

export const contractMilestone = z.object({
  id,
  title: z.string(),
  amount: money,
  days: z.number(),
  dueAt: instant.nullable(),
  state: milestoneState,
  autoReleaseAt: instant.nullable(),
  deliveries: z.array(
    z.object({
      id,
      version: z.number(),
      note: z.string(),
      files: z.array(fileView),
      at: instant,
      /** The points the client asked to change on this version; empty while none. */
      changes: z.array(z.string()),
    }),
  ),
  released: money.nullable(),
  refunded: money.nullable(),
  /** The dispute that holds its money still. */
  disputeId: id.nullable(),
  stopped: milestoneStop.nullable(),
});
export type ContractMilestone = z.infer<typeof contractMilestone>;

/** One fact on the spine of the page. `kind` is the event type; words come from the translation key. */
export const timelineItem = z.object({
  id,
  kind: z.string(),
  at: instant,
  by: person.pick({ id: true, name: true }).nullable(),
  milestoneId: id.nullable(),
  amount: money.nullable(),
  note: z.string().nullable(),
  files: z.array(fileView),
  /** Where the fact stands in the record. */
  proof: z.object({ stream: z.string(), version: z.number() }),
});

/** What happens next, who acts, by when. `action` names the one button; null when it is not mine. */
export const nextStep = z.object({
  kind: z.enum([
    'sign',
    'await_signature',
    'fund',
    'await_funding',
    'deliver',
    'await_delivery',
    'review',
    'await_review',
    'dispute',
    'await_dispute',
    'rate',
    'done',
    'ended',
  ]),
  milestoneId: id.nullable(),
  /** Where to go when a dispute is what happens next. */
  disputeId: id.nullable().optional(),
  actor: z.enum(['client', 'provider', 'mediator', 'nobody']),
  mine: z.boolean(),
  deadline: instant.nullable(),
  amount: money.nullable(),
});
export type NextStep = z.infer<typeof nextStep>;

export const contractRow = z.object({
  id,
  title: z.string(),
  state: contractState,
  total: money,
  held: money,
  released: money,
  client: person,
  provider: person,
  next: nextStep,
  createdAt: instant,
  updatedAt: instant,
});
export type ContractRow = z.infer<typeof contractRow>;
export const contractRows = listOf(contractRow);

export const contractView = contractRow.extend({
  jobId: id,
  proposalId: id,
  /** A colleague is in the organisation of the client: sees what the client sees, and does nothing. */
  myRole: z.enum(['client', 'provider', 'colleague', 'staff']),
  message: z.string().nullable(),
  purchaseOrder: z.string().nullable(),
  costCentre: z.string().nullable(),
  /** Of the client's organisation; the provider and staff see none. */
  fields: z.array(filledField),
  nda: z.boolean(),
  fees: feeSchedule,
  termsVersion: z.string(),
  signatures: z.array(z.object({ by: person, name: z.string(), at: instant })),
  milestones: z.array(contractMilestone),
  /** Every dispute of the contract, oldest first. */
  disputes: z.array(
    z.object({
      id,
      state: disputeState,
      owner: z.enum(['client', 'provider', 'both', 'mediator', 'lead', 'panel', 'nobody']),
      deadline: instant.nullable(),
      milestoneIds: z.array(id),
    }),
  ),
  money: z.object({
    toFund: money,
    held: money,
    inReview: money,
    released: money,
    fees: money,
    refunded: money,
  }),
  timeline: z.array(timelineItem),
});
export type ContractView = z.infer<typeof contractView>;

export const findContracts = z.strictObject({
  role: z.enum(['client', 'provider']).optional(),
  state: contractState.optional(),
  q: z.string().max(100).optional(),
  ...page,
});
export const findOurContracts = z.strictObject({
  organisationId: id,
  workspaceId: id.optional(),
  state: contractState.optional(),
  ...fieldFilter,
  ...page,
});
