import { sha256 } from '@eventstore/chain';
import type { Sql } from '@eventstore/record';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { Streams } from '@kernel/streams';
import { SubjectKeys } from '@kernel/subject-keys';
import { Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { dispute, type Dispute } from '../domain/dispute';
import type { DisputeEvent } from '../domain/disputes.events';

export type WordsKind =
  | 'claim'
  | 'answer'
  | 'offer'
  | 'recommendation'
  | 'reasons'
  | 'precedent'
  | 'grounds'
  | 'vote'
  | 'note'
  | 'simulation';

/** Words for a row, sealed; `ref` is what the record says of them: the hash is over what is kept. */
export interface Written {
  readonly kind: WordsKind;
  readonly body: string;
  readonly ref: { readonly id: string; readonly sha256: string; readonly length: number };
}

interface Circumstance {
  readonly by: string;
  readonly now: Date;
}

interface Options {
  readonly words?: readonly Written[];
  readonly rows?: (sql: Sql) => Promise<void>;
  /** The key of an intent that moves money, and what it stands for. */
  readonly intent?: { readonly key: string; readonly request: unknown };
}

/** One way to decide on a dispute: as the acting person, now, with its words in the same transaction. */
@Injectable()
export class Cases {
  constructor(
    private readonly streams: Streams,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly keys: SubjectKeys,
  ) {}

  read(disputeId: string): Promise<Dispute> {
    return this.streams.read(dispute, disputeId);
  }

  /** Sealed with the key of who wrote it; a precedent names nobody and a simulation is numbers. */
  async write(kind: WordsKind, text: string, id: string = randomUUIDv7()): Promise<Written> {
    const isPlain = kind === 'precedent' || kind === 'simulation';
    const body = isPlain ? text : await this.keys.seal(this.circumstance.by, text);
    return { kind, body, ref: { id, sha256: sha256(body).toString('hex'), length: text.length } };
  }

  get circumstance(): Circumstance {
    return { by: this.context.actor.id, now: this.clock.now() };
  }

  async decide<Answer = void>(
    disputeId: string,
    decide: (state: Dispute, circumstance: Circumstance) => DisputeEvent | DisputeEvent[],
    { words = [], rows, intent }: Options = {},
    answer?: Answer,
  ): Promise<Answer> {
    const { circumstance } = this;
    const also = async (sql: Sql) => {
      await this.keep(sql, disputeId, words);
      await rows?.(sql);
    };
    return this.streams.decide<Dispute, DisputeEvent, Answer>(
      dispute,
      disputeId,
      (state) => ({
        facts: [decide(state, circumstance)].flat(),
        ...(answer !== undefined && { answer }),
      }),
      {
        ...((words.length > 0 || rows) && { also }),
        ...(intent && { intent: { scope: `dispute:${circumstance.by}`, ...intent } }),
      },
    );
  }

  /** Words that the record does not know of. */
  note(disputeId: string, words: Written): Promise<void> {
    return this.keep(this.database, disputeId, [words]);
  }

  async keep(sql: Sql, disputeId: string, words: readonly Written[]): Promise<void> {
    const { by, now } = this.circumstance;
    for (const { kind, body, ref } of words)
      await sql.query(
        `insert into dispute_words (id, dispute_id, kind, author_id, body, sha256, at)
          values ($1, $2, $3, $4, $5, $6, $7)`,
        [ref.id, disputeId, kind, by, body, ref.sha256, now.toISOString()],
      );
  }
}
