import { Streams } from '@kernel/streams';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { deposit, observe, type GatewayPayment } from '../domain/deposit';
import { booked } from '../domain/journals';
import { DepositOfOrder } from '../queries/deposit-of-order';

/** The gateway said something of a payment: by webhook, or asked by us. */
export class ObservePayment extends Command<void> {
  constructor(
    readonly orderId: string,
    readonly payment: GatewayPayment,
  ) {
    super();
  }
}

@CommandHandler(ObservePayment)
export class ObservePaymentHandler implements ICommandHandler<ObservePayment> {
  constructor(
    private readonly streams: Streams,
    private readonly queries: QueryBus,
  ) {}

  async execute({ orderId, payment }: ObservePayment): Promise<void> {
    const depositId = await this.queries.execute(new DepositOfOrder(orderId));
    await this.streams.decide(deposit, depositId, (state) => {
      const facts = observe(state, payment);
      const all = facts.map(booked);
      return {
        facts,
        journals: all.flatMap(({ journals }) => journals),
        elsewhere: all.flatMap(({ elsewhere }) => elsewhere),
      };
    });
  }
}
