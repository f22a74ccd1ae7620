import { append } from '@eventstore/postgres';
import { canonical, sha256 } from '@eventstore/chain';
import { KeyReused, Overdrawn } from '@eventstore/record';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { Streams } from '@kernel/streams';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { booking, journal, post, reverse, type Posting } from '../domain/journal';
import { endOf } from '../domain/period';

/** Two people agreed: the journal is posted. The approval's id is the key. */
export class PostJournal extends Command<void> {
  constructor(readonly posting: Posting) {
    super();
  }
}

/** Two people agreed: a journal is taken back. */
export class ReverseJournal extends Command<void> {
  constructor(
    readonly journalId: string,
    readonly approvalId: string,
  ) {
    super();
  }
}

@CommandHandler(PostJournal)
export class PostJournalHandler implements ICommandHandler<PostJournal> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  /** Not through a decision on the stream: the entries stand at the journal's own date. */
  async execute({ posting }: PostJournal): Promise<void> {
    const { journalId, approvalId } = posting;
    const now = this.clock.now();
    const fact = post(journal.initial, posting, { now, openFrom: await this.openFrom() });
    if (fact.type !== 'JournalPosted') return;
    const idempotency = {
      scope: 'journal.post',
      key: approvalId,
      request: sha256(canonical({ ...posting })),
      response: null,
    };
    await append(this.database, {
      streams: [{ stream: `journal-${journalId}`, expected: 0, facts: [fact] }],
      journals: [booking(fact)],
      idempotency,
      metadata: { ...this.context.metadata, at: fact.data.effectiveAt },
    }).catch((error: unknown) => {
      if (error instanceof Overdrawn) reject('money.overdrawn');
      if (error instanceof KeyReused) reject('request.idempotency_key_reused');
      throw error;
    });
  }

  private async openFrom(): Promise<Date | null> {
    const [row] = await this.database.query<{ period: string }>(
      'select period from closed_periods order by period desc limit 1',
    );
    return row ? endOf(row.period) : null;
  }
}

@CommandHandler(ReverseJournal)
export class ReverseJournalHandler implements ICommandHandler<ReverseJournal> {
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  async execute({ journalId, approvalId }: ReverseJournal): Promise<void> {
    const intent = { scope: 'journal.reverse', key: approvalId, request: { journalId } };
    await this.streams.decide(
      journal,
      journalId,
      (state) => {
        const fact = reverse(state, approvalId, this.clock.now());
        return { facts: [fact], journals: [booking(fact)] };
      },
      { intent },
    );
  }
}
