import { Streams } from '@kernel/streams';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { deposit, settleRefund } from '../domain/deposit';
import { booked } from '../domain/journals';

/** The gateway's word on a refund. */
export class SettleRefund extends Command<void> {
  constructor(
    readonly depositId: string,
    readonly refundId: string,
    readonly outcome: { gatewayRefundId: string } | { code: string },
  ) {
    super();
  }
}

@CommandHandler(SettleRefund)
export class SettleRefundHandler implements ICommandHandler<SettleRefund> {
  constructor(private readonly streams: Streams) {}

  async execute({ depositId, refundId, outcome }: SettleRefund): Promise<void> {
    await this.streams.decide(deposit, depositId, (state) => {
      const facts = settleRefund(state, refundId, outcome);
      const all = facts.map(booked);
      return {
        facts,
        journals: all.flatMap(({ journals }) => journals),
        elsewhere: all.flatMap(({ elsewhere }) => elsewhere),
      };
    });
  }
}
