import { Streams } from '@kernel/streams';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { moneyOf } from '../domain/booking';
import { carryOut, type Outcome } from '../domain/dispute';
import { escrow } from '../domain/escrow';

/** A final decision or a settlement moves the disputed money; the dispute's id is the key. */
export class ExecuteDecision extends Command<void> {
  constructor(
    readonly contractId: string,
    readonly outcome: Outcome,
  ) {
    super();
  }
}

@CommandHandler(ExecuteDecision)
export class ExecuteDecisionHandler implements ICommandHandler<ExecuteDecision> {
  constructor(private readonly streams: Streams) {}

  async execute({ contractId, outcome }: ExecuteDecision): Promise<void> {
    const intent = { scope: 'decision', key: outcome.disputeId, request: outcome };
    await this.streams.decide(
      escrow,
      contractId,
      (state) => {
        const facts = carryOut(state, outcome);
        return { facts, ...moneyOf(contractId, facts) };
      },
      { intent },
    );
  }
}
