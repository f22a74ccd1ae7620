import { canonical, sha256 } from '@eventstore/chain';
import type { Sql } from '@eventstore/record';
import type { ContractView } from '@wire/contracts';
import type { EvidenceItem } from '@wire/disputes';
import type { FileView } from '@wire/files';
import { randomUUIDv7 } from 'node:crypto';

/** One item of a case file, as its row keeps it. */
export interface Kept {
  readonly id: string;
  readonly kind: EvidenceItem['kind'];
  readonly by: EvidenceItem['by'];
  readonly authorId: string | null;
  readonly at: string;
  readonly body: string | null;
  readonly file: FileView | null;
  readonly sha256: string;
  readonly size: number;
  readonly source: EvidenceItem['source'];
}

const kinds: Readonly<Record<string, EvidenceItem['kind']>> = {
  ContractOffered: 'terms',
  ContractSigned: 'signature',
  WorkUpdatePosted: 'update',
  MilestoneSubmitted: 'delivery',
  RevisionRequested: 'changes',
  EscrowFunded: 'payment',
};

/** What the record knows of a contract: terms, signatures, updates, deliveries, changes, payments. */
export function packed(view: ContractView): Kept[] {
  return view.timeline.flatMap((item) => {
    const kind = kinds[item.kind];
    if (!kind) return [];
    const frame = { by: 'record' as const, authorId: item.by?.id ?? null, at: item.at };
    const source = item.proof;
    const { note, amount, milestoneId } = item;
    const files = item.files.map((file) => file.sha256);
    const terms = kind === 'terms' ? { milestones: view.milestones.map(agreed) } : {};
    const signatures = kind === 'signature' ? { signatures: view.signatures.map(signed) } : {};
    const whole = canonical({
      ...{ kind, at: item.at, by: frame.authorId, note, amount, milestoneId, files },
      ...{ ...terms, ...signatures },
    });
    const head: Kept = {
      ...{ ...frame, id: randomUUIDv7(), kind, body: note, file: null, source },
      ...{ sha256: sha256(whole).toString('hex'), size: Buffer.byteLength(whole) },
    };
    return [head, ...item.files.map((file) => kept(file, { ...frame, kind, source }))];
  });
}

const agreed = ({ id, title, amount, days }: ContractView['milestones'][number]) => ({
  ...{ id, title, amount, days },
});
const signed = ({ by, name, at }: ContractView['signatures'][number]) => ({ by: by.id, name, at });

export function kept(
  file: FileView,
  frame: Pick<Kept, 'by' | 'authorId' | 'at' | 'kind' | 'source'>,
): Kept {
  const { sha256: hash, size } = file;
  return { ...frame, id: randomUUIDv7(), body: null, file, sha256: hash, size };
}

export async function keepEvidence(sql: Sql, disputeId: string, items: readonly Kept[]) {
  for (const { id, kind, by, authorId, at, body, file, sha256: hash, size, source } of items)
    await sql.query(
      `insert into dispute_evidence (id, dispute_id, kind, by_side, author_id, at, body, file_id,
          sha256, size, source_stream, source_version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[id, disputeId, kind, by, authorId, at, body, file?.id ?? null],
        ...[hash, size, source?.stream ?? null, source?.version ?? null],
      ],
    );
}
