import { Streams } from '@kernel/streams';
import { SubjectKeys } from '@kernel/subject-keys';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { bookedAll } from '../domain/journals';
import { known, observe, payout, type TransferWord } from '../domain/payout';

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
  constructor(
    private readonly streams: Streams,
    private readonly keys: SubjectKeys,
  ) {}

  /** What the bank says may name people: it is kept under the provider's key. */
  async execute({ payoutId, word: said }: ObservePayout): Promise<void> {
    const { providerId } = known(await this.streams.read(payout, payoutId));
    const reason = said.failure || said.status;
    const word = { ...said, failure: await this.keys.seal(providerId, reason) };
    await this.streams.decide(payout, payoutId, (state) => {
      const facts = observe(state, word);
      return { facts, ...bookedAll(facts) };
    });
  }
}
