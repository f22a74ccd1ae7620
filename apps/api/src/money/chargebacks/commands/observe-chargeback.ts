import { derivedId } from '@kernel/derived-id';
import { Streams } from '@kernel/streams';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { chargeback, observe, type Origin, type Word } from '../domain/chargeback';

/** The gateway said something of a chargeback on one of our payments. */
export class ObserveChargeback extends Command<void> {
  constructor(
    readonly origin: Origin,
    readonly word: Word,
  ) {
    super();
  }
}

@CommandHandler(ObserveChargeback)
export class ObserveChargebackHandler implements ICommandHandler<ObserveChargeback> {
  constructor(private readonly streams: Streams) {}

  /** The id comes from the gateway's, so that whatever comes first opens the same stream. */
  async execute({ origin, word }: ObserveChargeback): Promise<void> {
    const chargebackId = derivedId('chargeback', 'razorpay', word.gatewayDisputeId);
    await this.streams.decide(chargeback, chargebackId, (state) => ({
      facts: observe(state, { chargebackId, origin }, word),
    }));
  }
}
