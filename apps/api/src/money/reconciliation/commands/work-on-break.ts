import { sha256 } from '@eventstore/chain';
import type { Sql } from '@eventstore/record';
import type { ResolveBreak as Resolution } from '@wire/reconciliation';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { Streams } from '@kernel/streams';
import { SubjectKeys } from '@kernel/subject-keys';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { reconciliation, resolve, standing, type Reconciled } from '../domain/reconciliation';
import type { ReconciliationEvent } from '../domain/reconciliation.events';

export type Work =
  | { readonly kind: 'assign'; readonly ownerId: string | null }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'resolve'; readonly resolution: Resolution };

/** Somebody takes a difference, writes down what is known of it, or says what it was. */
export class WorkOnBreak extends Command<void> {
  constructor(
    readonly breakId: string,
    readonly work: Work,
  ) {
    super();
  }
}

/** Which day's stream tells of a difference. */
export async function dayOfBreak(sql: Sql, breakId: string): Promise<string> {
  const [row] = await sql.query<{ day: string }>(
    `select source || '-' || to_char(date, 'YYYY-MM-DD') as day from recon_breaks where id = $1`,
    [breakId],
  );
  return row?.day ?? reject('reconciliation.break_not_found');
}

@CommandHandler(WorkOnBreak)
export class WorkOnBreakHandler implements ICommandHandler<WorkOnBreak> {
  constructor(
    private readonly streams: Streams,
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly keys: SubjectKeys,
  ) {}

  async execute({ breakId, work: said }: WorkOnBreak): Promise<void> {
    const work = await this.sealed(said);
    const day = await dayOfBreak(this.database, breakId);
    const by = this.context.actor.id;
    const noteId = randomUUIDv7();
    await this.streams.decide(
      reconciliation,
      day,
      (state) => ({ facts: [decision(state, breakId, work, { by, noteId })] }),
      { also: (sql) => this.keep(sql, breakId, work, { by, noteId }) },
    );
  }

  /** Words are kept under their author's key; the record has the hash of what is kept. */
  private async sealed(work: Work): Promise<Work> {
    if (work.kind === 'assign') return work;
    const seal = (text: string) => this.keys.seal(this.context.actor.id, text);
    if (work.kind === 'note') return { ...work, text: await seal(work.text) };
    const { resolution } = work;
    return { ...work, resolution: { ...resolution, reason: await seal(resolution.reason) } };
  }

  private async keep(
    sql: Sql,
    breakId: string,
    work: Work,
    { by, noteId }: { by: string; noteId: string },
  ): Promise<void> {
    if (work.kind === 'assign') return;
    const [kind, body] =
      work.kind === 'note' ? ['note', work.text] : ['reason', work.resolution.reason];
    await sql.query(
      `insert into recon_break_words (id, break_id, author_id, kind, body, at)
        values ($1, $2, $3, $4, $5, $6)`,
      [noteId, breakId, by, kind, body, this.clock.now().toISOString()],
    );
  }
}

const hash = (text: string): string => sha256(text).toString('hex');

function decision(
  state: Reconciled,
  breakId: string,
  work: Work,
  { by, noteId }: { by: string; noteId: string },
): ReconciliationEvent {
  if (work.kind === 'resolve') {
    const { outcome, reason } = work.resolution;
    return resolve(state, breakId, { outcome, by, sha256: hash(reason) });
  }
  standing(state, breakId);
  if (work.kind === 'assign')
    return { type: 'BreakAssigned', data: { breakId, ownerId: work.ownerId, by } };
  return { type: 'BreakNoted', data: { breakId, noteId, by, sha256: hash(work.text) } };
}
