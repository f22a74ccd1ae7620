import * as z from 'zod';
import { country, id, instant, line, listOf, money, page, person, text } from './primitives';

/*
 * GET  /api/verification                          → myVerification
 * POST /api/verification                          submitVerification → {id}
 * POST /api/verification/webhooks/provider        the provider's signed word
 * GET  /api/admin/verification?state=             findVerifications → verificationRows, most urgent first
 * GET  /api/admin/verification/:id                → verificationDetail
 * GET  /api/admin/verification/:id/files/:fileId  → {url}   X-Purpose says why; every look is logged
 * POST /api/admin/verification/:id/register       → registerAsked: the public register is asked again
 * POST /api/admin/verification/:id/decide         decideVerification → {approvalId} (Idempotency-Key)
 */

export const tiers = ['T0', 'T1', 'T2', 'T3'] as const;
export const tier = z.enum(tiers);
export type Tier = z.infer<typeof tier>;
export const provedTier = z.enum(['T2', 'T3']);
export type ProvedTier = z.infer<typeof provedTier>;

/** checking (provider) → review (people) → approved · rejected · need_info; high risk: second_look. */
export const verificationState = z.enum([
  'checking',
  'review',
  'second_look',
  'need_info',
  'approved',
  'rejected',
  'expired',
]);
export type VerificationState = z.infer<typeof verificationState>;

export const rejectionReason = z.enum([
  'document_expired',
  'document_unreadable',
  'document_unsupported',
  'face_mismatch',
  'details_differ',
  'suspected_forgery',
  'owners_missing',
  'company_not_registered',
  'other',
]);
export type RejectionReason = z.infer<typeof rejectionReason>;

const person25 = z.strictObject({
  name: line(120),
  /** Whole per cent: below a quarter nobody has to be named. */
  share: z.number().int().min(25).max(100),
  country,
});
export const company = z.strictObject({
  name: line(160),
  registrationNumber: line(60),
  country,
  owners: z.array(person25).min(1).max(4),
});
export type Company = z.infer<typeof company>;

/** What the public register of companies says of the one that was stated. */
export const registerOutcome = z.enum([
  'active',
  'other_name',
  'dissolved',
  'not_found',
  'no_answer',
]);
export type RegisterOutcome = z.infer<typeof registerOutcome>;
export const registered = z.object({
  name: z.string(),
  number: z.string(),
  status: z.string(),
  since: z.string(),
  address: z.string(),
  officers: z.array(z.string()).readonly(),
});

export const submitVerification = z
  .strictObject({
    tier: provedTier,
    legalName: line(120),
    birthDate: z.iso.date(),
    country,
    documentFileId: id,
    selfieFileId: id,
    company: company.optional(),
  })
  .refine(({ tier: wanted, company: firm }) => wanted === 'T2' || firm !== undefined, {
    path: ['company'],
    message: 'verification.company_missing',
  })
  .refine(({ company: firm }) => (firm?.owners ?? []).reduce((n, one) => n + one.share, 0) <= 100, {
    path: ['company', 'owners'],
    message: 'verification.shares',
  });
export type SubmitVerification = z.infer<typeof submitVerification>;

export const myVerification = z.object({
  tier,
  emailVerified: z.boolean(),
  phoneVerified: z.boolean(),
  bankVerified: z.boolean(),
  /** What leaves a wallet at once without T2. */
  payoutLimit: money,
  current: z
    .object({
      id,
      tier: provedTier,
      state: verificationState,
      reasons: z.array(rejectionReason),
      note: z.string(),
      submittedAt: instant,
      expiresAt: instant.nullable(),
      /** Null for a person, and until the register was asked. */
      register: registerOutcome.nullable(),
    })
    .nullable(),
});
export type MyVerification = z.infer<typeof myVerification>;

const who = person.pick({ id: true, name: true });
export const risk = z.enum(['normal', 'high']);
export const verificationRow = z.object({
  id,
  account: who,
  tier: provedTier,
  state: verificationState,
  risk,
  outcome: z.string().nullable(),
  submittedAt: instant,
  dueAt: instant,
});
export type VerificationRow = z.infer<typeof verificationRow>;
export const verificationRows = listOf(verificationRow);
export const findVerifications = z.strictObject({
  state: verificationState.optional(),
  ...page,
});

/** What a person has to have looked at before an approval. */
export const identityChecks = ['readable', 'valid', 'name', 'birth', 'face'] as const;
/** And of a company. */
export const companyChecks = [...identityChecks, 'register', 'owners'] as const;
export const identityCheck = z.enum(companyChecks);

export const checksOf = (wanted: ProvedTier): readonly IdentityCheck[] =>
  wanted === 'T3' ? companyChecks : identityChecks;
export type IdentityCheck = z.infer<typeof identityCheck>;

export const extracted = z.object({
  name: z.string(),
  birthDate: z.string(),
  country: z.string(),
  documentNumber: z.string(),
  validUntil: z.string(),
});
export type Extracted = z.infer<typeof extracted>;

export const verificationDetail = verificationRow.extend({
  stated: z.object({
    legalName: z.string(),
    birthDate: z.string(),
    country: z.string(),
    company: company.nullable(),
  }),
  extracted: extracted.nullable(),
  /** Of a company: what the register says, and what it has where it is there. */
  register: z.object({ outcome: registerOutcome, found: registered.nullable() }).nullable(),
  files: z.array(z.object({ id, name: z.string(), mediaType: z.string() })),
  reasons: z.array(rejectionReason),
  note: z.string(),
  checklist: z.array(identityCheck),
  decidedBy: who.nullable(),
  decidedAt: instant.nullable(),
  expiresAt: instant.nullable(),
  approvalId: id.nullable(),
});
export type VerificationDetail = z.infer<typeof verificationDetail>;

export const decideVerification = z.strictObject({
  decision: z.enum(['approve', 'reject', 'need_info']),
  reasons: z.array(rejectionReason).max(8),
  note: text(1_000),
  checklist: z.array(identityCheck).max(companyChecks.length),
});
export type DecideVerification = z.infer<typeof decideVerification>;
export const registerAsked = z.object({ outcome: registerOutcome });
export const decided = z.object({ approvalId: id.nullable() });
export const documentLink = z.object({ url: z.string() });
