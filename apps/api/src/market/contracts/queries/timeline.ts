import type { ContractView } from '@wire/contracts';
import type { FileView } from '@wire/files';
import type { Person } from '@wire/primitives';
import type { Money } from '@money';
import type { Delivery } from '../../../money/escrow';

type TimelineItem = ContractView['timeline'][number];

export interface Entry {
  readonly event_id: string;
  readonly kind: string;
  readonly at: Date;
  readonly by_id: string | null;
  readonly milestone_id: string | null;
  readonly amount: Money | null;
  readonly about: string | null;
  readonly stream: string;
  readonly version: number;
}

export interface Update {
  readonly id: string;
  readonly note: string;
  readonly files: string[];
}

interface Sources {
  readonly row: { readonly message: string | null; readonly decline_reason: string | null };
  readonly entries: readonly Entry[];
  readonly updates: readonly Update[];
  readonly deliveries: readonly Delivery[];
  readonly files: Map<string, FileView>;
  readonly people: Map<string, Person>;
}

interface Words {
  readonly note: string | null;
  readonly files: readonly string[];
}

/** The facts of a contract in the order they happened, each with the words and files it is about. */
export function timelineOf(sources: Sources): TimelineItem[] {
  return sources.entries.map((entry) => {
    const { note, files } = wordsOf(entry, sources);
    const by = entry.by_id ? sources.people.get(entry.by_id) : undefined;
    return {
      id: entry.event_id,
      kind: entry.kind,
      at: entry.at.toISOString(),
      by: by ? { id: by.id, name: by.name } : null,
      milestoneId: entry.milestone_id,
      amount: entry.amount,
      note,
      files: files.flatMap((file) => sources.files.get(file) ?? []),
      proof: { stream: entry.stream, version: entry.version },
    };
  });
}

function wordsOf({ kind, about }: Entry, { row, updates, deliveries }: Sources): Words {
  const without = (note: string | null): Words => ({ note, files: [] });
  if (kind === 'ContractOffered') return without(row.message);
  if (kind === 'ContractDeclined') return without(row.decline_reason);
  if (kind === 'WorkUpdatePosted') return updates.find(({ id }) => id === about) ?? without(null);
  const delivery = deliveries.find(({ id }) => id === about);
  if (!delivery) return without(null);
  return kind === 'RevisionRequested' ? without(delivery.changes.join('\n')) : delivery;
}
