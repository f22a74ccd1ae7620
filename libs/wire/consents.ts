import * as z from 'zod';
import { id, instant, listOf, locale, page, text } from './primitives';

/*
 * GET  /api/consents                  → consentState   of a member, or of a guest by the cookie `gh_consent`
 * POST /api/consents                  giveConsents → consentState    yes and no are one request alike
 * POST /api/consents/agreements       agree → consentState           to a text as it is now
 * POST /api/consents/signal           → consentState   the browser says that nothing may be sold (GPC)
 * GET  /api/consents/history          page → consentHistory
 * POST /api/consents/page             seenPage → 204   counted only for who allowed it
 * POST /api/admin/privacy/texts       publishText → {version}    a changed text is a new version
 */

/** What everybody agrees to who has an account: asked when it is opened, and anew when a text changes. */
export const agreedPurposes = ['terms', 'privacy_notice'] as const;
export const agreedPurpose = z.enum(agreedPurposes);
export type AgreedPurpose = z.infer<typeof agreedPurpose>;
const version = z.number().int().min(1);
/** Which versions a page showed to whoever opens an account there. */
export const agreedVersions = z.strictObject({ terms: version, privacy_notice: version });
export type AgreedVersions = z.infer<typeof agreedVersions>;

/** What somebody may say yes or no to. */
export const optionalPurposes = ['analytics', 'marketing', 'sale'] as const;
export const optionalPurpose = z.enum(optionalPurposes);
export type OptionalPurpose = z.infer<typeof optionalPurpose>;
export const purpose = z.enum([...agreedPurposes, ...optionalPurposes]);
export type Purpose = z.infer<typeof purpose>;

/** What a signal of the browser withdraws, whatever was clicked. */
export const soldPurposes: readonly OptionalPurpose[] = ['analytics', 'sale'];

export const choice = z.object({
  purpose: optionalPurpose,
  given: z.boolean(),
  /** Null: nobody was asked yet, which is a no. */
  at: instant.nullable(),
  /** The text as it is now, and the version that was answered. */
  version: z.number(),
  answered: z.number().nullable(),
  body: z.string(),
  /** The browser says no for the person. */
  bySignal: z.boolean(),
});

/** What changed between the text that was agreed to and the one of now, word by word. */
export const changedPart = z.object({
  kind: z.enum(['same', 'added', 'removed']),
  text: z.string(),
});

export const agreement = z.object({
  purpose: agreedPurpose,
  version: z.number(),
  body: z.string(),
  /** The version that a member agreed to last, and when. */
  agreed: z.number().nullable(),
  at: instant.nullable(),
  /** A member has not agreed to this version. It stands in the way of nothing. */
  isDue: z.boolean(),
  /** Only for a member who agreed to another version. */
  changes: z.array(changedPart).nullable(),
});
export type Agreement = z.infer<typeof agreement>;

export const consentState = z.object({
  /** A choice is still to be made: the banner is shown. */
  isOpen: z.boolean(),
  choices: z.array(choice),
  agreements: z.array(agreement),
});
export type ConsentState = z.infer<typeof consentState>;

export const askConsents = z.strictObject({ locale: locale.optional() });
export const giveConsents = z.strictObject({
  choices: z.partialRecord(optionalPurpose, z.boolean()),
  source: z.enum(['banner', 'settings']),
  locale,
});
export type GiveConsents = z.infer<typeof giveConsents>;
export const agree = z.strictObject({ purpose: agreedPurpose, version, locale });
export type Agree = z.infer<typeof agree>;
export const sendSignal = z.strictObject({ locale });

/** Where it was said; `terms` is a text that had changed. */
export const consentSource = z.enum(['banner', 'settings', 'gpc', 'terms', 'sign_up']);
export const consentLine = z.object({
  id,
  purpose,
  given: z.boolean(),
  version: z.number(),
  /** SHA-256 of the text that was shown, and in which language. */
  hash: z.string(),
  locale,
  source: consentSource,
  at: instant,
});
export const findConsents = z.strictObject({ ...page });
export const consentHistory = listOf(consentLine);

/** Kinds of pages, not addresses: `/jobs/:id`, never which job. */
export const seenPage = z.strictObject({
  page: z
    .string()
    .regex(/^\/(?:[a-z-]+|:[a-z]+)?(?:\/(?:[a-z-]+|:[a-z]+))*$/i)
    .max(120),
});

export const publishText = z.strictObject({
  purpose,
  en: text(20_000).min(1),
  ar: text(20_000).min(1),
});
export const publishedText = z.object({ version: z.number() });
