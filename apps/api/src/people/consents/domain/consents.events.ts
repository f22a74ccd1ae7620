import { consentSource, purpose } from '@wire/consents';
import { id, locale } from '@wire/primitives';
import type { EventsOf } from '@kernel/events';
import * as z from 'zod';

const said = {
  /** An account, or the number in a guest's cookie. */
  subject: id,
  isGuest: z.boolean(),
  purpose,
  version: z.number(),
  /** Of the text that was shown. */
  hash: z.string(),
  locale,
  source: consentSource,
};

/** Streams `consent-<subject>` and `texts-<purpose>`. */
export const consentEvents = {
  ConsentGiven: z
    .object(said)
    .describe('Somebody said yes to a purpose, in the words of a version.'),
  ConsentWithdrawn: z.object(said).describe('Somebody said no to a purpose, or no longer yes.'),
  ConsentTextPublished: z
    .object({ purpose, version: z.number(), hashes: z.object({ en: z.string(), ar: z.string() }) })
    .describe('A text to which people agree has a new version.'),
};

export type ConsentEvent = EventsOf<typeof consentEvents>;
