import { readStream } from '@eventstore/postgres';
import type { Recorded } from '@eventstore/record';
import type { EvidenceItem } from '@wire/disputes';
import { Database } from '@kernel/database';
import { Injectable } from '@nestjs/common';
import { dispute, known, type Case, type Dispute } from '../domain/dispute';
import type { DisputeEvent } from '../domain/disputes.events';

export interface WordsRow {
  readonly id: string;
  readonly kind: string;
  readonly author_id: string;
  readonly body: string;
  readonly sha256: string;
  readonly at: Date;
}

export interface EvidenceRow {
  readonly id: string;
  readonly kind: EvidenceItem['kind'];
  readonly by_side: EvidenceItem['by'];
  readonly author_id: string | null;
  readonly at: Date;
  readonly body: string | null;
  readonly file_id: string | null;
  readonly sha256: string;
  readonly size: string;
  readonly source_stream: string | null;
  readonly source_version: string | null;
}

export type Told = Recorded & DisputeEvent;

/** All there is of one dispute: its facts, the words and the evidence. */
export interface WholeCase {
  readonly open: Case;
  readonly facts: readonly Told[];
  readonly words: ReadonlyMap<string, WordsRow>;
  readonly evidence: readonly EvidenceRow[];
}

@Injectable()
export class CaseFile {
  constructor(private readonly database: Database) {}

  /** Rejects disputes.not_found. */
  async read(disputeId: string): Promise<WholeCase> {
    const [facts, words, evidence] = await Promise.all([
      readStream(this.database, `dispute-${disputeId}`) as Promise<Told[]>,
      this.database.query<WordsRow>(
        `select id, kind, author_id, body, sha256, at from dispute_words
          where dispute_id = $1 order by at, id`,
        [disputeId],
        'disputes.words',
      ),
      this.database.query<EvidenceRow>(
        `select id, kind, by_side, author_id, at, body, file_id, sha256, size, source_stream,
            source_version from dispute_evidence where dispute_id = $1 order by at, place`,
        [disputeId],
        'disputes.evidence',
      ),
    ]);
    const state = facts.reduce<Dispute>(
      (before, fact) => dispute.evolve(before, fact),
      dispute.initial,
    );
    return {
      open: known(state),
      facts,
      words: new Map(words.map((row) => [row.id, row])),
      evidence,
    };
  }
}

/** When something was told for the last time. */
export const lastOf = <Type extends DisputeEvent['type']>(
  { facts }: WholeCase,
  type: Type,
): Extract<Told, { type: Type }> | undefined =>
  facts.findLast((fact): fact is Extract<Told, { type: Type }> => fact.type === type);
