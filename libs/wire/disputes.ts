import * as z from 'zod';
import { fileView } from './files';
import { id, instant, line, listOf, money, page, person, text } from './primitives';

/*
 * For the two sides of a contract; anybody else is told 404 disputes.not_found.
 * GET  /api/disputes/form?contractId=       → disputeForm     what may be disputed, with categories and clocks
 * POST /api/disputes                        openDispute → {id}        (Idempotency-Key)
 * GET  /api/disputes?state=&contractId=     → disputeRows
 * GET  /api/disputes/precedents?category=   → precedents      what was decided before, without names
 * GET  /api/disputes/:id                    → disputeView     the case file, the same for both sides
 * GET  /api/disputes/:id/print              → casePrint       the case file with where it stands in the record
 * POST /api/disputes/:id/answer             answerDispute → 204
 * POST /api/disputes/:id/evidence           addEvidence → 204         (files: purpose `evidence`)
 * POST /api/disputes/:id/close-evidence     → 204             nothing to add: my window closes now
 * POST /api/disputes/:id/offers             makeOffer → {id}
 * POST /api/disputes/:id/offers/:offerId/accept   → 204       (Idempotency-Key) settles the dispute
 * POST /api/disputes/:id/offers/:offerId/decline  → 204
 * POST /api/disputes/:id/escalate           → 204             asks for a mediator now
 * POST /api/disputes/:id/accept-recommendation    → 204       (Idempotency-Key) settles when both did
 * POST /api/disputes/:id/simulate           simulate → simulation     what a split would do; writes nothing
 * POST /api/disputes/:id/withdraw           → 204             whoever opened it, before the decision
 * POST /api/disputes/:id/appeal             appealDecision → 204      once, within seven days
 * The console of mediators is in disputes-console.ts.
 */

export const side = z.enum(['client', 'provider']);
export type Side = z.infer<typeof side>;

export const disputeCategory = z.enum(['quality', 'scope', 'delay', 'not_delivered', 'conduct']);
export type DisputeCategory = z.infer<typeof disputeCategory>;

/** evidence → negotiation → mediation ⇄ ruling_proposed → decided → appealed → final → executed */
export const disputeState = z.enum([
  'evidence',
  'negotiation',
  'mediation',
  'ruling_proposed',
  'decided',
  'appealed',
  'final',
  'settled',
  'executed',
  'withdrawn',
]);
export type DisputeState = z.infer<typeof disputeState>;

/** The second of two eyes looks at rulings on more than this. INR minor units. */
export const rulingLimitMinor = 5_000_000n;

const share = money.refine((m) => !m.amountMinor.startsWith('-'), 'money.negative');

/** How the disputed money is to be shared: whole percent for the provider, or exact amounts. */
export const split = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent'), provider: z.number().int().min(0).max(100) }),
  z.strictObject({
    kind: z.literal('amounts'),
    milestones: z
      .array(z.strictObject({ milestoneId: id, toProvider: share }))
      .min(1)
      .max(10),
  }),
]);
export type Split = z.infer<typeof split>;

/** One milestone of a split: the two parts add up to its amount. */
export const allocation = z.object({ milestoneId: id, toProvider: money, toClient: money });
export type Allocation = z.infer<typeof allocation>;

export const openDispute = z.strictObject({
  contractId: id,
  milestoneIds: z.array(id).min(1).max(10),
  category: disputeCategory,
  reason: line(4_000),
  /** What the opener wants; it stands as the first offer. */
  wish: split,
  files: z.array(id).max(20),
});
export type OpenDispute = z.infer<typeof openDispute>;
export const answerDispute = z.strictObject({ text: line(4_000), files: z.array(id).max(20) });
export const addEvidence = z
  .strictObject({ text: text(4_000), files: z.array(id).max(20) })
  .refine(({ text, files }) => text !== '' || files.length > 0, 'disputes.empty_evidence');
export type AddEvidence = z.infer<typeof addEvidence>;
export const makeOffer = z.strictObject({ split, note: z.string().trim().max(1_000).default('') });
export type MakeOffer = z.infer<typeof makeOffer>;
export const simulate = z.strictObject({ split });
export const appealDecision = z.strictObject({ grounds: line(4_000) });

export const findForm = z.strictObject({ contractId: id });
export const disputeForm = z.object({
  contractId: id,
  contractTitle: z.string(),
  myRole: side,
  milestones: z.array(
    z.object({ id, title: z.string(), amount: money, state: z.string(), disputable: z.boolean() }),
  ),
  categories: z.array(disputeCategory),
  policy: z.object({ reference: z.string(), version: z.string() }),
  clocks: z.object({
    answerBusinessDays: z.number(),
    negotiationBusinessDays: z.number(),
    mediationDays: z.number(),
    appealDays: z.number(),
  }),
});
export type DisputeForm = z.infer<typeof disputeForm>;

/** What one outcome does to money, from the real decision and its journal. */
export const simulation = z.object({
  allocations: z.array(allocation),
  disputed: money,
  provider: z.object({ gross: money, fee: money, tax: money, net: money }),
  client: z.object({ amount: money, feeBack: money, taxBack: money, refund: money }),
  /** Balances of every account the journal touches; the legs add up to zero. */
  accounts: z.array(
    z.object({
      account: z.string(),
      before: money.nullable(),
      change: money,
      after: money.nullable(),
    }),
  ),
  /** SHA-256 of this answer; a ruling names the one it was made on. */
  hash: z.string(),
});
export type Simulation = z.infer<typeof simulation>;

const who = person.pick({ id: true, name: true });

export const evidenceItem = z.object({
  id,
  /** `text` and `file` were added by a side; the rest was packed from the contract's timeline. */
  kind: z.enum(['text', 'file', 'terms', 'signature', 'update', 'delivery', 'changes', 'payment']),
  by: z.enum(['client', 'provider', 'record']),
  author: who.nullable(),
  at: instant,
  text: z.string().nullable(),
  file: fileView.nullable(),
  sha256: z.string(),
  size: z.number(),
  source: z.object({ stream: z.string(), version: z.number() }).nullable(),
});
export type EvidenceItem = z.infer<typeof evidenceItem>;

export const offerView = z.object({
  id,
  by: side,
  at: instant,
  note: z.string(),
  allocations: z.array(allocation),
  state: z.enum(['open', 'accepted', 'declined', 'replaced']),
});

/** Who has to act, until when, and what happens by itself if nobody does. */
export const disputeStep = z.object({
  state: disputeState,
  owner: z.enum(['client', 'provider', 'both', 'mediator', 'lead', 'panel', 'nobody']),
  mine: z.boolean(),
  deadline: instant.nullable(),
  defaultOutcome: z.enum([
    'opener_claim',
    'mediation',
    'recommendation',
    'equal_split',
    'decision_stands',
    'none',
  ]),
});

export const disputeRow = z.object({
  id,
  contractId: id,
  contractTitle: z.string(),
  category: disputeCategory,
  amount: money,
  openedBy: side,
  client: person,
  provider: person,
  step: disputeStep,
  openedAt: instant,
  updatedAt: instant,
});
export const disputeRows = listOf(disputeRow);
export type DisputeRow = z.infer<typeof disputeRow>;
export const findDisputes = z.strictObject({
  state: disputeState.optional(),
  contractId: id.optional(),
  ...page,
});
export type FindDisputes = z.infer<typeof findDisputes>;
