import { holdReason } from '@wire/privacy';
import { id, instant } from '@wire/primitives';
import type { EventsOf } from '@kernel/events';
import * as z from 'zod';

export const privacyEvents = {
  PersonRestricted: z
    .object({ accountId: id, approvalId: id, until: instant })
    .describe(
      'Two people, or their own wish, erased somebody; what the law keeps is readable to nobody until it is over.',
    ),
  SubjectKeyDestroyed: z
    .object({ accountId: id, approvalId: id })
    .describe('The key of somebody is gone, and with it every text under it, wherever it is.'),
  FarewellOwed: z
    .object({ accountId: id, formerly: z.string(), until: instant.nullable() })
    .describe(
      'Whoever was erased is told so, and until when the law keeps what; the address is sealed with a key that ends with that mail.',
    ),
  RetentionChanged: z
    .object({ kind: z.string(), years: z.number(), version: z.number(), approvalId: id })
    .describe('Two people agreed for how many years a category of data is kept.'),
  LegalHoldPlaced: z
    .object({ holdId: id, accountId: id, reason: holdReason, by: id })
    .describe('The data of somebody may not be erased; the words are a row.'),
  LegalHoldLifted: z
    .object({ holdId: id, accountId: id, by: id })
    .describe('A hold on the data of somebody is over.'),
};

export type PrivacyEvent = EventsOf<typeof privacyEvents>;
