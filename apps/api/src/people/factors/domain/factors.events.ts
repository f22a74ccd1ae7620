import type { EventsOf } from '@kernel/events';
import { id } from '@wire/primitives';
import * as z from 'zod';

const accountId = id;
const factor = z.enum(['totp', 'sms', 'passkey']);

export const factorEvents = {
  FactorAdded: z
    .object({ accountId, factor })
    .describe('A second factor belongs to the account; a log-in asks for it from now on.'),
  FactorRemoved: z
    .object({ accountId, factor })
    .describe('A second factor of the account is no more.'),
  RecoveryCodesMade: z
    .object({ accountId })
    .describe('Ten recovery codes were made; those from before are void.'),
  RecoveryCodeUsed: z
    .object({ accountId, left: z.int() })
    .describe('Somebody came in with a recovery code; so many are left.'),
};

export type FactorEvent = EventsOf<typeof factorEvents>;
export type Factor = z.infer<typeof factor>;
