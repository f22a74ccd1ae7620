import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { lockedContract } from '../adapters/contract-row';
import { decline, withdraw } from '../domain/contract';

/** The provider says no, or the client takes the offer back. */
export class EndOffer extends Command<void> {
  constructor(
    readonly contractId: string,
    readonly end: { to: 'declined'; reason: string } | { to: 'withdrawn' },
  ) {
    super();
  }
}

@CommandHandler(EndOffer)
export class EndOfferHandler implements ICommandHandler<EndOffer> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
  ) {}

  execute({ contractId, end }: EndOffer): Promise<void> {
    const { id: by } = this.context.actor;
    return this.facts.commit(async (em) => {
      const contract = await lockedContract(em, contractId);
      const { type, data } = (end.to === 'declined' ? decline : withdraw)(contract, by);
      contract.state = end.to;
      if (end.to === 'declined') contract.declineReason = end.reason;
      return { told: [about('contract', contractId, type, data)] };
    });
  }
}
