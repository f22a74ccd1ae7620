import { Streams } from '@kernel/streams';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { escrow } from '../domain/escrow';
import { lift } from '../domain/hold';

/** Two people agreed: the money may leave again. The approval's id is the key. */
export class LiftHold extends Command<void> {
  constructor(
    readonly contractId: string,
    readonly holdId: string,
    readonly approvalId: string,
  ) {
    super();
  }
}

@CommandHandler(LiftHold)
export class LiftHoldHandler implements ICommandHandler<LiftHold> {
  constructor(private readonly streams: Streams) {}

  async execute({ contractId, holdId, approvalId }: LiftHold): Promise<void> {
    const intent = { scope: 'hold.lift', key: approvalId, request: { contractId, holdId } };
    await this.streams.decide(
      escrow,
      contractId,
      (state) => ({ facts: [lift(state, { holdId, approvalId })] }),
      { intent },
    );
  }
}
