import { proofText } from '@eventstore/checkpoint';
import { inclusionProof } from '@eventstore/merkle';
import { findRaw } from '@eventstore/postgres';
import { subtreeOf } from '@eventstore/tiles';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import type * as wire from '@wire/audit';
import { Injectable } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { checkpointOf, entryOf, leavesOf } from '../adapters/log-rows';
import { LogTiles } from './log-tiles';

/** Receipts: `.tlog-proof` texts of events, with the leaf's entry as their extra. */
@Injectable()
export class Proofs {
  constructor(
    private readonly database: Database,
    private readonly tiles: LogTiles,
  ) {}

  async leafOf(eventId: string): Promise<number | null> {
    const [row] = await this.database.query<{ n: string }>(
      'select n from record.tlog_leaves where event = $1',
      [eventId],
    );
    return row ? Number(row.n) : null;
  }

  /** Null until a checkpoint covers the leaf. */
  async proofOf(leaf: number) {
    const checkpoint = await checkpointOf(this.database, 'newest');
    const [event] = await leavesOf(this.database, [leaf]);
    if (!checkpoint || !event || leaf >= checkpoint.size) return null;
    const path = await inclusionProof(
      leaf,
      checkpoint.size,
      subtreeOf(this.tiles, checkpoint.size),
    );
    const extra = entryOf(event);
    const text = proofText({ index: leaf, path, checkpoint: checkpoint.note, extra });
    return { text, checkpoint, event };
  }
}

/** An event, its place in the log, and what proves it. */
export class EventProofOf extends Query<wire.EventProof> {
  constructor(readonly eventId: string) {
    super();
  }
}

@QueryHandler(EventProofOf)
export class EventProofOfHandler implements IQueryHandler<EventProofOf> {
  constructor(
    private readonly database: Database,
    private readonly proofs: Proofs,
  ) {}

  async execute({ eventId }: EventProofOf): Promise<wire.EventProof> {
    const event = (await findRaw(this.database, eventId)) ?? reject('audit.not_found');
    const leaf = await this.proofs.leafOf(eventId);
    const proven = leaf === null ? null : await this.proofs.proofOf(leaf);
    return { event, leaf, proof: proven?.text ?? null };
  }
}
