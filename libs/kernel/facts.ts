import { append } from '@eventstore/postgres';
import { StaleStream, type Fact, type Sql } from '@eventstore/record';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { CompiledQuery, type Kysely } from 'kysely';
import { RequestContext } from './context';
import { reject } from './reject';
import { Wakeups } from './wakeups';

export interface Told {
  readonly stream: string;
  readonly fact: Fact;
}

/** `about('job', id, 'JobPublished', {...})`: a fact on the stream `job-<id>`. */
export function about(category: string, id: string, type: string, data: object): Told {
  return { stream: `${category}-${id}`, fact: { type, data } };
}

/** The ORM's own transaction carries the append. */
function sqlOfEntities(em: EntityManager): Sql {
  const transaction = em.getTransactionContext<Kysely<unknown>>();
  if (!transaction) throw new Error('facts are told inside a transaction');
  return {
    async query<Row extends object>(text: string, values: readonly unknown[] = []) {
      const { rows } = await transaction.executeQuery<Row>(CompiledQuery.raw(text, [...values]));
      return rows;
    },
  };
}

/**
 * State-stored contexts: the entity changes and the fact is told in one transaction. The fact goes
 * to the same record as money, so everything after it drinks from one feed.
 */
@Injectable()
export class Facts {
  constructor(
    private readonly entities: EntityManager,
    private readonly context: RequestContext,
    private readonly wakeups: Wakeups,
  ) {}

  /** `work` changes entities and returns the facts; `answer` is what the caller gets. */
  async commit<Answer = void>(
    work: (em: EntityManager, sql: Sql) => Promise<{ told: readonly Told[]; answer?: Answer }>,
  ): Promise<Answer> {
    const { told, answer, position } = await this.entities
      .fork()
      .transactional(async (em) => {
        const sql = sqlOfEntities(em);
        const { told, answer } = await work(em, sql);
        await em.flush();
        const streams = told.map(({ stream, fact }) => ({
          stream,
          expected: 'any' as const,
          facts: [fact],
        }));
        if (streams.length === 0) return { told, answer, position: undefined };
        const { position } = await append(sql, { streams, metadata: this.context.metadata });
        return { told, answer, position };
      })
      .catch((error: unknown) => {
        if (error instanceof StaleStream) reject('request.stale');
        throw error;
      });
    if (position) {
      this.context.wrote(position);
      if (told.length > 0) this.wakeups.tell('facts');
    }
    return answer as Answer;
  }
}
