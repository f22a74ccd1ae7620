import { breakKind, breakOutcome, breakSource, day, gateway } from '@wire/reconciliation';
import { currency, id, line, money } from '@wire/primitives';
import type { EventsOf } from '@kernel/events';
import * as z from 'zod';

const hash = line(64);
const subject = { breakId: id };

export const reconciliationEvents = {
  ReconciliationRun: z
    .object({
      gateway,
      date: day,
      statementHash: hash,
      lines: z.number().int(),
      matched: z.number().int(),
      /** Differences that this day has now, and how many of them were not known before. */
      breaks: z.number().int(),
      opened: z.number().int(),
      totals: z.array(z.object({ currency, statement: money, booked: money, fees: money })),
    })
    .describe('A day of a partner’s statement was compared with the ledger.'),
  StatementRefused: z
    .object({ gateway, date: day, code: line(80) })
    .describe('The statement of a day could not be read; nothing was compared.'),
  BreakOpened: z
    .object({
      ...subject,
      source: breakSource,
      date: day,
      kind: breakKind,
      reference: z.string().max(80),
      expected: money,
      actual: money,
      journalId: id.nullable(),
    })
    .describe(
      'A statement or a control account differs from the ledger; somebody has to explain it.',
    ),
  BreakAssigned: z
    .object({ ...subject, ownerId: id.nullable(), by: id })
    .describe('Somebody looks into a difference, or nobody any more.'),
  BreakNoted: z
    .object({ ...subject, noteId: id, by: id, sha256: hash })
    .describe('Somebody wrote down what is known of a difference; the words are a row.'),
  BreakEntriesProposed: z
    .object({ ...subject, approvalId: id, by: id })
    .describe('Entries that close a difference wait for a second person.'),
  BreakEntriesRefused: z
    .object({ ...subject, approvalId: id })
    .describe('The entries were not posted; the difference is open as before.'),
  BreakResolved: z
    .object({
      ...subject,
      outcome: breakOutcome,
      by: id.nullable(),
      sha256: hash.nullable(),
      approvalId: id.nullable(),
    })
    .describe('A difference is explained, corrected, posted or gone.'),
};

export type ReconciliationEvent = EventsOf<typeof reconciliationEvents>;
