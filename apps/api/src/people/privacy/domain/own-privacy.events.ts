import { id, instant } from '@wire/primitives';
import { obstacle } from '@wire/privacy';
import type { EventsOf } from '@kernel/events';
import * as z from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const asked = { accountId: id, exportId: id };
const wish = { accountId: id, requestId: id };

/** Streams `privacy-<accountId>`. */
export const ownPrivacyEvents = {
  DataExportAsked: z.object(asked).describe('Somebody asked for a copy of their own data.'),
  DataExportReady: z
    .object({
      ...asked,
      manifestHash: hash,
      files: z.number(),
      size: z.number(),
      expiresAt: instant,
    })
    .describe('The copy can be taken until it expires; its manifest is named by its hash.'),
  DataExportTaken: z.object(asked).describe('Somebody took their copy away.'),
  DataExportExpired: z.object(asked).describe('The copy was removed.'),
  DeletionScheduled: z
    .object({ ...wish, dueAt: instant })
    .describe('Somebody wants their account deleted; until then they may think again.'),
  DeletionCancelled: z.object(wish).describe('Somebody keeps their account after all.'),
  DeletionNear: z
    .object({ ...wish, dueAt: instant })
    .describe('The time to think again is nearly over.'),
  DeletionPostponed: z
    .object({ ...wish, obstacles: z.array(obstacle), dueAt: instant })
    .describe('An account was to be deleted and something stood in the way; it is tried again.'),
  DeletionDone: z.object(wish).describe('The account was deleted as its owner wished.'),
};

export type OwnPrivacyEvent = EventsOf<typeof ownPrivacyEvents>;
