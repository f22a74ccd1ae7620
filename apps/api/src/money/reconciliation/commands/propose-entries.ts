import { startOf } from '@kernel/business-days';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { Streams } from '@kernel/streams';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ProposeJournal } from '../../journals';
import { decided, propose, reconciliation, suggested, type Break } from '../domain/reconciliation';
import { dayOfBreak } from './work-on-break';

/** The suggested entries of a difference go to a second person, as a journal by hand. */
export class ProposeEntries extends Command<{ approvalId: string }> {
  constructor(
    readonly breakId: string,
    readonly reason: string,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

/** The second person's word about the entries of a difference. */
export class ObserveEntries extends Command<void> {
  constructor(
    readonly approvalId: string,
    readonly isPosted: boolean,
  ) {
    super();
  }
}

@CommandHandler(ProposeEntries)
export class ProposeEntriesHandler implements ICommandHandler<ProposeEntries> {
  constructor(
    private readonly commands: CommandBus,
    private readonly streams: Streams,
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  /** The same key again is answered as it was, also when the difference is closed by then. */
  async execute({ breakId, reason, idempotencyKey: key }: ProposeEntries) {
    const day = await dayOfBreak(this.database, breakId);
    const by = this.context.actor.id;
    const intent = { scope: `recon.entries:${by}`, key, request: { breakId, reason } };
    const one = (await this.streams.read(reconciliation, day)).breaks[breakId];
    const approvalId = one?.status === 'open' ? await this.asked(one, reason, key) : '';
    return this.streams.decide(
      reconciliation,
      day,
      (state) => ({
        facts: [propose(state, breakId, { approvalId, by })],
        answer: { approvalId },
      }),
      { intent },
    );
  }

  /** The journal stands on the day of the difference; a closed month sends it on with a link. */
  private async asked(one: Break, reason: string, key: string): Promise<string> {
    const legs = suggested(one);
    if (legs.length === 0) reject('reconciliation.no_entries');
    const wish = { legs, effectiveAt: startOf(one.date).toISOString(), reason };
    const { approvalId } = await this.commands.execute(new ProposeJournal(wish, key));
    return approvalId;
  }
}

@CommandHandler(ObserveEntries)
export class ObserveEntriesHandler implements ICommandHandler<ObserveEntries> {
  constructor(
    private readonly streams: Streams,
    private readonly database: Database,
  ) {}

  async execute({ approvalId, isPosted }: ObserveEntries): Promise<void> {
    const [row] = await this.database.query<{ id: string }>(
      'select id from recon_breaks where approval_id = $1',
      [approvalId],
    );
    if (!row) return;
    const day = await dayOfBreak(this.database, row.id);
    await this.streams.decide(reconciliation, day, (state) => ({
      facts: decided(state, { breakId: row.id, approvalId, isPosted }),
    }));
  }
}
