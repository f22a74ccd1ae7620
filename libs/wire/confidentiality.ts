import * as z from 'zod';
import { id, instant, line, listOf, locale, page, person, text } from './primitives';

/*
 * GET  /api/jobs/:id/confidentiality?locale=&sha256= → confidentiality (guest): what is signed before it
 *      is read; with a hash, for whoever may read the brief, a text that somebody signed
 * POST /api/jobs/:id/confidentiality          signConfidentiality → 204; a second time changes nothing
 * GET  /api/jobs/:id/signatures               → signatures (the client and the client's team)
 * GET  /api/organisations/:id/confidentiality → orgConfidentiality (members)
 * PUT  /api/organisations/:id/confidentiality changeConfidentiality → 204 (owner, admin)
 */
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const askConfidentiality = z.strictObject({
  locale: locale.default('en'),
  sha256: sha256.optional(),
});
export type AskConfidentiality = z.infer<typeof askConfidentiality>;

export const confidentiality = z.object({
  jobId: id,
  title: z.string(),
  /** Word for word what is signed, or what this viewer signed. */
  text: z.string(),
  sha256,
  /** Of the organisation's text; null for the house's own. */
  version: z.number().nullable(),
  client: z.string(),
  signed: z.object({ name: z.string(), at: instant }).nullable(),
  /** Whether it can be signed by who asks, now. */
  open: z.boolean(),
});
export type Confidentiality = z.infer<typeof confidentiality>;

export const signConfidentiality = z.strictObject({
  /** The full name, typed. */
  signature: line(80),
  /** Of the text that was read: another one is not signed by mistake. */
  sha256,
});
export type SignConfidentiality = z.infer<typeof signConfidentiality>;

export const findSignatures = z.strictObject({ ...page });
export const signatures = listOf(
  z.object({
    id,
    by: person.pick({ id: true, name: true, slug: true, avatarUrl: true }),
    /** As it was typed. */
    name: z.string(),
    at: instant,
    version: z.number().nullable(),
    sha256,
  }),
);
export type Signatures = z.infer<typeof signatures>;

export const orgConfidentiality = z.object({
  /** Null while the house's own text is signed. */
  text: z.string().nullable(),
  /** How often it was changed. */
  version: z.number(),
  changedAt: instant.nullable(),
});
export type OrgConfidentiality = z.infer<typeof orgConfidentiality>;
/** Null for the house's own text again. */
export const changeConfidentiality = z.strictObject({ text: text(20_000).min(20).nullable() });
