import { Streams } from '@kernel/streams';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { hear, payout, type ApprovalWord } from '../domain/payout';
import { bookedAll } from '../domain/journals';

export type { ApprovalWord };

/** An approval for a payout was asked for, was denied, or came to nothing. */
export class HearOfApproval extends Command<void> {
  constructor(
    readonly payoutId: string,
    readonly word: ApprovalWord,
  ) {
    super();
  }
}

@CommandHandler(HearOfApproval)
export class HearOfApprovalHandler implements ICommandHandler<HearOfApproval> {
  constructor(private readonly streams: Streams) {}

  async execute({ payoutId, word }: HearOfApproval): Promise<void> {
    await this.streams.decide(payout, payoutId, (state) => {
      const facts = hear(state, word);
      return { facts, ...bookedAll(facts) };
    });
  }
}
