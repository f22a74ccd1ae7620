import type { Money } from '@money';
import type { StreamFacts } from '@eventstore/record';
import { Clock } from '@kernel/clock';
import { Streams } from '@kernel/streams';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { escrow } from '../domain/escrow';
import { fundingJournal } from '../domain/journals';
import { fund } from '../domain/work';

/** Money on the client's wallet goes into escrow for a milestone, with the service fee and its tax. */
export class FundMilestone extends Command<void> {
  constructor(
    readonly contractId: string,
    readonly milestoneId: string,
    readonly clientId: string,
    readonly depositId: string,
  ) {
    super();
  }
}

@CommandHandler(FundMilestone)
export class FundMilestoneHandler implements ICommandHandler<FundMilestone> {
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  async execute({ contractId, milestoneId, clientId, depositId }: FundMilestone): Promise<void> {
    const intent = { scope: 'fund', key: depositId, request: { contractId, milestoneId } };
    await this.streams.decide(
      escrow,
      contractId,
      (state) => {
        const fact = fund(state, clientId, { milestoneId, depositId, now: this.clock.now() });
        const { amount, fee, tax } = fact.data;
        return {
          facts: [fact],
          elsewhere: [debited(clientId, contractId, [amount, fee, tax])],
          journals: [fundingJournal(contractId, fact)],
        };
      },
      { intent },
    );
  }
}

function debited(clientId: string, contractId: string, amounts: Money[]): StreamFacts {
  const cause = `escrow-${contractId}`;
  return {
    stream: `wallet-${clientId}-${amounts[0]?.currency ?? 'INR'}`,
    expected: 'any',
    facts: amounts.map((amount) => ({
      type: 'FundsDebited',
      data: { bucket: 'available', amount, cause },
    })),
  };
}
