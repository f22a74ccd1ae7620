import { Streams } from '@kernel/streams';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { bookedAll } from '../domain/journals';
import { observe, payout, type TransferWord } from '../domain/payout';

/** The bank partner said something of a payout. */
export class ObservePayout extends Command<void> {
  constructor(
    readonly payoutId: string,
    readonly word: TransferWord,
  ) {
    super();
  }
}

@CommandHandler(ObservePayout)
export class ObservePayoutHandler implements ICommandHandler<ObservePayout> {
  constructor(private readonly streams: Streams) {}

  async execute({ payoutId, word }: ObservePayout): Promise<void> {
    await this.streams.decide(payout, payoutId, (state) => {
      const facts = observe(state, word);
      return { facts, ...bookedAll(facts) };
    });
  }
}
