import { id, instant, line, money } from '@wire/primitives';
import type { EventsOf } from '@kernel/events';
import * as z from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const side = z.enum(['client', 'provider']);
/** On every fact: which dispute, of which contract, between whom. */
const dispute = { disputeId: id, contractId: id, clientId: id, providerId: id };
/** Words stay in a row; the record binds them by their hash. */
const words = z.object({ id, sha256: hash, length: z.number().int() });
const allocations = z.array(z.object({ milestoneId: id, toProvider: money, toClient: money }));
const windows = z.object({ client: instant, provider: instant });
const ruling = {
  rulingId: id,
  mediatorId: id,
  allocations,
  reasons: words,
  policyReference: line(20),
  policyVersion: line(20),
  simulationHash: hash,
};

export const disputeEvents = {
  DisputeOpened: z
    .object({
      ...dispute,
      openedBy: side,
      category: line(30),
      milestones: z.array(z.object({ id, amount: money })),
      amount: money,
      claim: words,
      policyReference: line(20),
      policyVersion: line(20),
      answerBy: instant,
      windows,
    })
    .describe(
      'One side disputes milestones; their money is held still and the other side answers.',
    ),
  EvidencePacked: z
    .object({
      ...dispute,
      items: z.array(z.object({ id, kind: line(20), sha256: hash, size: z.number().int() })),
    })
    .describe(
      'What the record knows of the contract was put into the case file, each item hashed.',
    ),
  EvidenceSubmitted: z
    .object({
      ...dispute,
      evidenceId: id,
      by: side,
      kind: z.enum(['text', 'file']),
      sha256: hash,
      mediaType: line(100),
      size: z.number().int(),
      /** Said with the one before it, as a file with its text is. */
      isTogether: z.boolean().exactOptional(),
    })
    .describe('One side added to the case file while its window was open.'),
  EvidenceWindowClosed: z
    .object({ ...dispute, side, reason: z.enum(['early', 'deadline']), at: instant })
    .describe('One side can add nothing more.'),
  DisputeAnswered: z
    .object({ ...dispute, by: side, answer: words, negotiateUntil: instant, windows })
    .describe('The other side answered; both may add evidence and offer, until the same day.'),
  OfferMade: z
    .object({ ...dispute, offerId: id, by: side, allocations, note: words.nullable() })
    .describe('One side says how it would share the money; it replaces its offer before.'),
  OfferDeclined: z
    .object({ ...dispute, offerId: id, by: side })
    .describe('The other side does not want this.'),
  OfferAccepted: z.object({ ...dispute, offerId: id, by: side }).describe('Both want the same.'),
  DisputeSettled: z
    .object({ ...dispute, basis: z.enum(['offer', 'recommendation']), allocations })
    .describe('The sides agreed how to share the money; nobody has to decide.'),
  DisputeWithdrawn: z
    .object({ ...dispute, by: side })
    .describe('Whoever opened the dispute took it back; the milestones go on.'),
  MediationStarted: z
    .object({
      ...dispute,
      reason: z.enum(['deadline', 'escalated']),
      by: side.nullable(),
      mediateUntil: instant,
    })
    .describe('The sides did not agree; a mediator looks at the case.'),
  MediatorAssigned: z
    .object({ ...dispute, mediatorId: id, byId: id, conflictCheck: z.literal('passed') })
    .describe('A mediator without a stake in either side took the case.'),
  RecommendationIssued: z
    .object({ ...dispute, mediatorId: id, allocations, reasons: words })
    .describe('The mediator says what would be fair; nobody is bound unless both accept.'),
  RecommendationAccepted: z
    .object({ ...dispute, by: side })
    .describe('One side would take what the mediator recommends.'),
  RulingProposed: z
    .object({ ...dispute, ...ruling, approvalId: id.nullable() })
    .describe('The mediator decided; above the limit a second person has to agree.'),
  RulingReturned: z
    .object({ ...dispute, rulingId: id, reason: z.enum(['denied', 'expired']) })
    .describe('No second person agreed to the ruling; the mediator decides anew.'),
  DecisionIssued: z
    .object({
      ...dispute,
      basis: z.enum(['ruling', 'default']),
      rulingId: id.nullable(),
      mediatorId: id.nullable(),
      approverId: id.nullable(),
      allocations,
      reasons: words.nullable(),
      policyReference: line(20),
      policyVersion: line(20),
      simulationHash: hash.nullable(),
      appealBy: instant,
    })
    .describe('The dispute is decided, with reasons and by a rule; either side may appeal once.'),
  DisputeDeadlineMissed: z
    .object({
      ...dispute,
      party: z.enum(['client', 'provider', 'mediator', 'panel']),
      step: z.enum(['answer', 'mediation', 'appeal']),
      defaultOutcome: z.enum(['opener_claim', 'recommendation', 'equal_split', 'decision_stands']),
    })
    .describe('Somebody let a deadline pass; what was announced for that happens.'),
  DisputeDeadlineNears: z
    .object({
      ...dispute,
      party: side,
      step: z.enum(['answer', 'appeal']),
      deadline: instant,
      daysLeft: z.number().int(),
    })
    .describe('A side has not acted yet and the deadline comes near.'),
  AppealOpened: z
    .object({ ...dispute, by: side, grounds: words, decideBy: instant })
    .describe('One side asks two other people to look at the decision; the money waits.'),
  PanelAssigned: z
    .object({ ...dispute, memberIds: z.array(id), byId: id, conflictCheck: z.literal('passed') })
    .describe('Two people who had no part in the decision were asked to look at it.'),
  PanelVoted: z
    .object({ ...dispute, memberId: id, allocations, upholds: z.boolean(), reasons: words })
    .describe('A member of the panel said how the money should be shared.'),
  AppealDecided: z
    .object({
      ...dispute,
      basis: z.enum(['panel', 'default']),
      upheld: z.boolean(),
      allocations,
      reasons: words.nullable(),
    })
    .describe('Both members of the panel said the same, or their time passed: the appeal is over.'),
  DisputeFinal: z
    .object({
      ...dispute,
      basis: z.enum(['ruling', 'default', 'appeal']),
      allocations,
      category: line(30),
      policyReference: line(20),
      rulingId: id.nullable(),
    })
    .describe('Nothing can change the decision any more; escrow carries it out.'),
  DecisionExecuted: z
    .object({ ...dispute, toProvider: money, net: money, toClient: money, refunded: money })
    .describe('Escrow moved the money as decided or agreed; nothing of it is left there.'),
};

export type DisputeEvent = EventsOf<typeof disputeEvents>;
