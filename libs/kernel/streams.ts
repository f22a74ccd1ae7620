import { GroupCommit } from '@eventstore/group-commit';
import { append, readStream } from '@eventstore/postgres';
import { canonical, sha256 } from '@eventstore/chain';
import {
  KeyReused,
  Overdrawn,
  StaleStream,
  type Append,
  type Appended,
  type Fact,
  type Sql,
} from '@eventstore/record';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Aggregate, Decision } from './aggregate';
import { RequestContext } from './context';
import { Database } from './database';
import { reject, Rejection } from './reject';
import { Wakeups } from './wakeups';

/** The intent, so that doing it twice is doing it once. `request` is what the key stands for. */
export interface Intent {
  readonly scope: string;
  readonly key: string;
  readonly request: unknown;
}

interface Held {
  readonly state: unknown;
  readonly version: number;
}

type Write = (sql: Sql) => Promise<void>;

const attempts = 4;

/**
 * Load, fold, decide, append: one way for every event-sourced command. The folded state of recent
 * streams is kept, so that the common command costs one round trip; a stale one is read again.
 */
@Injectable()
export class Streams {
  private readonly held = new LRUCache<string, Held>({ max: 20_000 });
  private readonly together: GroupCommit;

  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly wakeups: Wakeups,
  ) {
    this.together = new GroupCommit(database);
  }

  /** The state of a stream as the record has it now; the initial state when there is none. */
  async read<State, F extends Fact>(aggregate: Aggregate<State, F>, id: string): Promise<State> {
    return (await this.load(aggregate, id, false)).state;
  }

  /**
   * Runs `decide` on the state and appends what it says. `also` writes rows of the same context in
   * the same transaction. Rejects with a Rejection; then nothing was written.
   */
  async decide<State, F extends Fact, Answer = void>(
    aggregate: Aggregate<State, F>,
    id: string,
    decide: (state: State) => Decision<F, Answer>,
    options: { intent?: Intent | undefined; also?: Write } = {},
  ): Promise<Answer> {
    for (let attempt = 1; ; attempt += 1) {
      const loaded = await this.load(aggregate, id, attempt === 1);
      try {
        return await this.attempt(aggregate, id, loaded, decide, options);
      } catch (error) {
        const stale = error instanceof StaleStream || (error instanceof Rejection && loaded.cached);
        if (stale && attempt < attempts) continue;
        return await this.refused<Answer>(error, options.intent);
      }
    }
  }

  private async attempt<State, F extends Fact, Answer>(
    aggregate: Aggregate<State, F>,
    id: string,
    loaded: { state: State; version: number; cached: boolean },
    decide: (state: State) => Decision<F, Answer>,
    { intent, also }: { intent?: Intent | undefined; also?: Write },
  ): Promise<Answer> {
    const decision = decide(loaded.state);
    // Nothing to say is only true of the present: no expected version would notice a state of the past.
    if (loaded.cached && decision.facts.length === 0) throw new StaleStream('kept, and silent');
    const stream = `${aggregate.category}-${id}`;
    const own = { stream, expected: loaded.version, facts: decision.facts };
    const what: Append = {
      streams: decision.facts.length > 0 ? [own, ...(decision.elsewhere ?? [])] : [],
      journals: decision.journals ?? [],
      idempotency: intent && {
        ...intent,
        request: fingerprint(intent),
        response: decision.answer,
      },
      metadata: this.context.metadata,
    };
    const done = also ? await this.withRows(what, also) : await this.together.append(what);
    if (done.replayed) return done.response as Answer;
    const state = decision.facts.reduce(
      (before, fact) => aggregate.evolve(before, fact),
      loaded.state,
    );
    this.held.set(stream, { state, version: loaded.version + decision.facts.length });
    if (decision.facts.length > 0) this.announce(done);
    return decision.answer as Answer;
  }

  /** Rows of the same context need the transaction for themselves. */
  private withRows(what: Append, also: Write): Promise<Appended> {
    return this.database.transaction(async (sql) => {
      const done = await append(sql, what);
      if (!done.replayed) await also(sql);
      return done;
    });
  }

  /** A refused command may be a repeated one: then the first answer is the answer. */
  private async refused<Answer>(error: unknown, intent: Intent | undefined): Promise<Answer> {
    if (error instanceof KeyReused) reject('request.idempotency_key_reused');
    if (intent && (error instanceof Rejection || error instanceof StaleStream)) {
      const [stored] = await this.database.query<{ request_hash: Buffer; response: Answer }>(
        'select request_hash, response from record.idempotency where scope = $1 and key = $2',
        [intent.scope, intent.key],
      );
      if (stored?.request_hash.equals(fingerprint(intent))) return stored.response;
      if (stored) reject('request.idempotency_key_reused');
    }
    if (error instanceof StaleStream) reject('request.stale');
    if (error instanceof Overdrawn) reject('money.overdrawn');
    throw error;
  }

  private announce({ position }: Appended): void {
    this.context.wrote(position);
    this.wakeups.tell('facts');
  }

  private async load<State, F extends Fact>(
    aggregate: Aggregate<State, F>,
    id: string,
    mayBeHeld: boolean,
  ): Promise<{ state: State; version: number; cached: boolean }> {
    const stream = `${aggregate.category}-${id}`;
    const held = this.held.get(stream);
    if (held && mayBeHeld)
      return { state: held.state as State, version: held.version, cached: true };
    // Facts never change: what was folded stays folded, and only what came since is read.
    const { state: before, version } = held ?? { state: aggregate.initial, version: 0 };
    const facts = await readStream(this.database, stream, version);
    const state = facts.reduce(
      (now, fact) => aggregate.evolve(now, fact as unknown as F),
      before as State,
    );
    return { state, version: version + facts.length, cached: false };
  }
}

const fingerprint = ({ request }: Intent): Buffer => sha256(canonical(request ?? null));
