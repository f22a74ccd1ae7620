import { instant } from '@wire/primitives';
import { breakOutcome, type BreakDetail } from '@wire/reconciliation';
import * as z from 'zod';
import type { IconName } from '@ui/icon-strokes';
import type { TimelineEntry } from '@ui/timeline';
import type { Recorded } from '../reconciliation.api';

/** What the page reads of an event: which difference it tells of, who did it, and what became of it. */
const told = z.object({
  data: z.object({
    breakId: z.string(),
    by: z.string().nullish(),
    ownerId: z.string().nullish(),
    noteId: z.string().nullish(),
    outcome: breakOutcome.nullish(),
  }),
  metadata: z.object({ at: instant }),
});

export interface Step {
  readonly id: string;
  readonly at: string;
  readonly fact: Fact;
  /** Who did it; null where nobody did. */
  readonly by: string | null;
  readonly outcome: NonNullable<BreakDetail['outcome']> | null;
  readonly text: string | null;
  readonly proof: string;
}
export type Fact =
  'opened' | 'taken' | 'given' | 'left' | 'noted' | 'proposed' | 'refused' | 'resolved';

const facts: Readonly<Record<string, Fact>> = {
  BreakOpened: 'opened',
  BreakNoted: 'noted',
  BreakEntriesProposed: 'proposed',
  BreakEntriesRefused: 'refused',
  BreakResolved: 'resolved',
};

/** What happened to one difference, the newest first: one day's record tells of many. */
export function historyOf(
  { id, notes }: Pick<BreakDetail, 'id' | 'notes'>,
  record: readonly Recorded[],
): Step[] {
  return record
    .flatMap((event): Step[] => {
      const read = told.safeParse(parsed(event.raw)).data;
      if (read?.data.breakId !== id) return [];
      const { by, ownerId, noteId, outcome } = read.data;
      const fact =
        event.type === 'BreakAssigned' ? assigned(by ?? null, ownerId ?? null) : facts[event.type];
      if (!fact) return [];
      const words =
        fact === 'resolved'
          ? notes.find((note) => note.kind === 'reason' && note.author.id === by)
          : notes.find((note) => note.id === noteId);
      return [
        {
          ...{ id: event.eventId, at: read.metadata.at, fact, by: by ?? null },
          outcome: outcome ?? null,
          text: words?.body ?? null,
          proof: `${event.stream} · ${event.version}`,
        },
      ];
    })
    .toReversed();
}

const assigned = (by: string | null, owner: string | null): Fact =>
  owner === null ? 'left' : owner === by ? 'taken' : 'given';

function parsed(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return null;
  }
}

type Look = Pick<TimelineEntry, 'tone'> & { icon: IconName };
const looks: Record<Fact, Look> = {
  opened: { icon: 'alert', tone: 'attention' },
  taken: { icon: 'user' },
  given: { icon: 'user' },
  left: { icon: 'user' },
  noted: { icon: 'edit' },
  proposed: { icon: 'scales', tone: 'brand' },
  refused: { icon: 'close', tone: 'danger' },
  resolved: { icon: 'check', tone: 'brand' },
};
export const lookOf = (fact: Fact): Look => looks[fact];
