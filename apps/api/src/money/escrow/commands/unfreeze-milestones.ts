import { Clock } from '@kernel/clock';
import { Streams } from '@kernel/streams';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { unfreeze } from '../domain/dispute';
import { escrow } from '../domain/escrow';

/** A dispute was withdrawn: its milestones go on where they stood. */
export class UnfreezeMilestones extends Command<void> {
  constructor(
    readonly contractId: string,
    readonly disputeId: string,
  ) {
    super();
  }
}

@CommandHandler(UnfreezeMilestones)
export class UnfreezeMilestonesHandler implements ICommandHandler<UnfreezeMilestones> {
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  async execute({ contractId, disputeId }: UnfreezeMilestones): Promise<void> {
    await this.streams.decide(escrow, contractId, (state) => ({
      facts: unfreeze(state, disputeId, this.clock.now()),
    }));
  }
}
