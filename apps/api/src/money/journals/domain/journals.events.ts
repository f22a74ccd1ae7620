import { id, instant, line, money } from '@wire/primitives';
import type { EventsOf } from '@kernel/events';
import * as z from 'zod';

const period = z.string().regex(/^\d{4}-\d{2}$/);
const legs = z.array(z.object({ account: line(80), amount: money }));

export const journalEvents = {
  JournalPosted: z
    .object({
      journalId: id,
      approvalId: id,
      legs,
      effectiveAt: instant,
      /** The closed period that it belongs to, when it came too late for it. */
      lateFor: period.nullable(),
    })
    .describe('Two people of finance posted a journal by hand.'),
  JournalReversed: z
    .object({ journalId: id, approvalId: id, legs, effectiveAt: instant })
    .describe('Two people of finance took a journal back: the same legs the other way round.'),
};

export type JournalEvent = EventsOf<typeof journalEvents>;

export const periodEvents = {
  PeriodClosed: z
    .object({ period, approvalId: id, trialBalanceHash: line(64), accounts: z.number().int() })
    .describe('Two people of finance closed a month; nothing is posted into it any more.'),
};

export type PeriodEvent = EventsOf<typeof periodEvents>;
