import { Database } from '@kernel/database';
import { Streams } from '@kernel/streams';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { RazorpayGateway } from '../adapters/razorpay';
import { deposit, observe, type GatewayPayment } from '../domain/deposit';
import { booked } from '../domain/journals';

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
    private readonly database: Database,
    private readonly gateway: RazorpayGateway,
  ) {}

  async execute({ orderId, payment }: ObservePayment): Promise<void> {
    const depositId = await this.depositOf(orderId);
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

  /** The read model may not know the order yet; the gateway always does. */
  private async depositOf(orderId: string): Promise<string> {
    const [row] = await this.database.query<{ id: string }>(
      'select id from deposits where gateway_order_id = $1',
      [orderId],
    );
    return row?.id ?? (await this.gateway.depositOf(orderId));
  }
}
