import * as z from 'zod';
import { fileView } from './files';
import { fieldFilter, filledField, givenValues } from './org-fields';
import {
  id,
  instant,
  line,
  listOf,
  money,
  page,
  person,
  positiveMoney,
  skill,
  text,
  words,
} from './primitives';

/*
 * POST /api/jobs                 draftJob → {id, revision, savedAt}
 * PUT  /api/jobs/:id/draft       {revision, draft} → saved (409 jobs.stale_draft carries the newer one's revision)
 * POST /api/jobs/:id/publish     → 204 (422 jobs.incomplete names the missing fields)
 * POST /api/jobs/:id/close       {reason} → 204
 * GET  /api/jobs/mine?status=    → listOf(jobRow)
 * GET  /api/jobs/ours?organisationId=&workspaceId=&status= → listOf(jobRow)  (members, drafts too)
 * GET  /api/jobs/:id             → jobView (guest; a draft only for its owner, an unlisted one for who was asked)
 * GET  /api/jobs/:id/matches     → matches (owner)
 * GET  /api/jobs/price-hint?category=&skills=  → priceHint
 * GET  /api/admin/jobs?q=        → listOf(jobRow)
 */

export const categories = [
  'web',
  'mobile',
  'data',
  'design',
  'writing',
  'translation',
  'marketing',
  'video',
  'finance',
  'legal',
  'engineering',
  'support',
] as const;
export const category = z.enum(categories);

/** Shown to everybody, or to those who were asked alone. */
export const jobVisibility = z.enum(['public', 'invited']);

export const jobStatus = z.enum(['draft', 'awaiting', 'published', 'hired', 'closed']);
export type JobStatus = z.infer<typeof jobStatus>;

/** The draft as the form has it; a field that is missing is empty. */
export const jobDraft = z.strictObject({
  title: words(120).optional(),
  category: category.optional(),
  description: text(8_000).optional(),
  skills: z.array(skill).max(15).optional(),
  languages: z
    .array(z.string().regex(/^[a-z]{2}$/))
    .max(5)
    .optional(),
  budget: positiveMoney.optional(),
  questions: z.array(line(300)).max(5).optional(),
  nda: z.boolean().optional(),
  /** Description, questions and attachments are for who signed alone. */
  signFirst: z.boolean().optional(),
  /** What everybody reads instead. */
  summary: text(600).optional(),
  purchaseOrder: words(40).optional(),
  costCentre: words(40).optional(),
  /** For the fields of the organisation that the job is for. */
  given: givenValues.optional(),
  attachments: z.array(id).max(10).optional(),
  visibility: jobVisibility.optional(),
  step: z.number().int().min(0).max(4).optional(),
});
export type JobDraft = z.infer<typeof jobDraft>;

/** What a job must have to be published. */
export const publishable = z.object({
  title: line(120),
  category,
  description: line(8_000),
  skills: z.array(skill).min(1).max(15),
  budget: positiveMoney,
});

export const saveDraft = z.strictObject({ revision: z.number().int().min(1), draft: jobDraft });
export const saved = z.object({ id, revision: z.number(), savedAt: instant });
export const closeJob = z.strictObject({ reason: z.enum(['filled', 'cancelled', 'other']) });
export const myJobs = z.strictObject({ status: jobStatus.optional(), ...page });
export const ourJobs = myJobs.extend({
  organisationId: id,
  workspaceId: id.optional(),
  ...fieldFilter,
});
export const findAllJobs = z.strictObject({ q: z.string().max(100).optional(), ...page });

export const jobRow = z.object({
  id,
  title: z.string(),
  category: category.nullable(),
  status: jobStatus,
  budget: money.nullable(),
  skills: z.array(z.string()),
  proposals: z.number(),
  publishedAt: instant.nullable(),
  updatedAt: instant,
  client: person.pick({ id: true, name: true, slug: true }),
});
export type JobRow = z.infer<typeof jobRow>;
export const jobRows = listOf(jobRow);

export const clientTrust = z.object({
  person,
  jobsPosted: z.number(),
  hireRate: z.number().nullable(),
  paid: money.nullable(),
  rating: z.number().nullable(),
  reviews: z.number(),
  replyRate: z.number().nullable(),
});

export const jobView = z.object({
  id,
  revision: z.number(),
  status: jobStatus,
  title: z.string(),
  category: category.nullable(),
  description: z.string(),
  skills: z.array(z.string()),
  languages: z.array(z.string()),
  budget: money.nullable(),
  questions: z.array(z.string()),
  nda: z.boolean(),
  signFirst: z.boolean(),
  summary: z.string(),
  /** This viewer has not signed: description, questions and attachments are left out. */
  held: z.boolean(),
  purchaseOrder: z.string().nullable(),
  costCentre: z.string().nullable(),
  /** What the form has; once published `fields` say what it meant. */
  given: givenValues,
  fields: z.array(filledField),
  /** Whom the client asks for; null for themselves. */
  organisation: z.object({ id, name: z.string() }).nullable(),
  attachments: z.array(fileView),
  step: z.number(),
  visibility: jobVisibility,
  /** The viewer was asked to propose. */
  invited: z.boolean(),
  publishedAt: instant.nullable(),
  proposals: z.number(),
  client: clientTrust,
  mine: z.boolean(),
  /** The viewer's own proposal on this job, if any. */
  myProposalId: id.nullable(),
});
export type JobView = z.infer<typeof jobView>;

export const askPriceHint = z.strictObject({ category, skills: z.string().max(400).optional() });
/** Middle half of the agreed and asked budgets of similar jobs; null below five of them. */
export const priceHint = z.object({ low: money, high: money, sample: z.number() }).nullable();

export const matches = z.object({
  matched: z.number(),
  invited: z.number(),
  /** Best first. `why` says what spoke for them: `skill:angular`, `language:ar`. */
  people: z.array(z.object({ person, why: z.array(z.string()), invited: z.boolean() })),
});
