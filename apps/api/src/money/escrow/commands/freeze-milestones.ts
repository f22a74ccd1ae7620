import type { Sql, StreamFacts } from '@eventstore/record';
import { Clock } from '@kernel/clock';
import { Streams, type Intent } from '@kernel/streams';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { freeze } from '../domain/dispute';
import { escrow } from '../domain/escrow';

/** What opens a dispute: its facts and rows are written where the money is stopped, or not at all. */
export interface Opening {
  readonly disputeId: string;
  readonly by: string;
  readonly milestoneIds: string[];
  readonly facts: StreamFacts;
  readonly rows: (sql: Sql) => Promise<void>;
  readonly intent: Intent;
}

/** A dispute stops milestones in the transaction that opens it: no release can slip between. */
export class FreezeMilestones extends Command<{ id: string }> {
  constructor(
    readonly contractId: string,
    readonly opening: Opening,
  ) {
    super();
  }
}

@CommandHandler(FreezeMilestones)
export class FreezeMilestonesHandler implements ICommandHandler<FreezeMilestones> {
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  execute({ contractId, opening }: FreezeMilestones): Promise<{ id: string }> {
    const { disputeId, by, milestoneIds, facts, rows, intent } = opening;
    return this.streams.decide(
      escrow,
      contractId,
      (state) => {
        const fact = freeze(state, by, { disputeId, milestoneIds, now: this.clock.now() });
        return { facts: [fact], elsewhere: [facts], answer: { id: disputeId } };
      },
      { intent, also: rows },
    );
  }
}
