import { id, instant } from '@wire/primitives';
import { provedTier, rejectionReason } from '@wire/verification';
import type { EventsOf } from '@kernel/events';
import * as z from 'zod';

const ids = { verificationId: id, accountId: id, tier: provedTier };

export const verificationEvents = {
  IdentitySubmitted: z.object(ids).describe('Somebody sent papers to prove who they are.'),
  IdentityRead: z
    .object({ ...ids, outcome: z.string() })
    .describe(
      'The provider of identity checks said what it found; what it read is sealed in a row.',
    ),
  IdentityApproved: z
    .object({ ...ids, expiresAt: instant, by: id.nullable() })
    .describe('The person is who they say; `by` is null where no person had to look.'),
  IdentityRejected: z
    .object({ ...ids, reasons: z.array(rejectionReason), by: id })
    .describe('The papers do not prove it; the person is told why and may send others.'),
  IdentityInfoAsked: z
    .object({ ...ids, reasons: z.array(rejectionReason), by: id })
    .describe('Compliance needs more before it decides.'),
  IdentityExpiring: z.object({ ...ids, expiresAt: instant }).describe('The proof is nearly over.'),
  IdentityExpired: z.object(ids).describe('The proof is over; the person has the tier before it.'),
};

export type VerificationEvent = EventsOf<typeof verificationEvents>;
