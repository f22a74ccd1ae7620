import { ipEffect, ipRuleReason } from '@wire/surface';
import { id, instant } from '@wire/primitives';
import type { EventsOf } from '@kernel/events';
import * as z from 'zod';

export const surfaceEvents = {
  IpRuleAdded: z
    .object({
      ruleId: id,
      effect: ipEffect,
      prefixLength: z.number().int(),
      reason: ipRuleReason,
      expiresAt: instant.nullable(),
      by: id,
      approvalId: id.nullable(),
    })
    .describe('A network may not come in, or may in spite of a wider rule; which one is a row.'),
  IpRuleLifted: z
    .object({ ruleId: id, by: id })
    .describe('Somebody ended a rule about a network before its time.'),
};

export type SurfaceEvent = EventsOf<typeof surfaceEvents>;
