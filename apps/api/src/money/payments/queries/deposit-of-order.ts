import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { RazorpayGateway } from '../adapters/razorpay';

/** Which deposit an order of the gateway was opened for. */
export class DepositOfOrder extends Query<string> {
  constructor(readonly orderId: string) {
    super();
  }
}

@QueryHandler(DepositOfOrder)
export class DepositOfOrderHandler implements IQueryHandler<DepositOfOrder> {
  constructor(
    private readonly database: Database,
    private readonly gateway: RazorpayGateway,
  ) {}

  /** The read model may not know the order yet; the gateway always does. */
  async execute({ orderId }: DepositOfOrder): Promise<string> {
    const [row] = await this.database.query<{ id: string }>(
      'select id from deposits where gateway_order_id = $1',
      [orderId],
    );
    return row?.id ?? (await this.gateway.depositOf(orderId));
  }
}
