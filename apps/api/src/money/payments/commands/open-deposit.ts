import type { Checkout, OpenDeposit as Input } from '@wire/payments';
import { RequestContext } from '@kernel/context';
import { derivedId } from '@kernel/derived-id';
import { Streams } from '@kernel/streams';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { PriceOfFunding } from '../../escrow';
import { RazorpayGateway } from '../adapters/razorpay';
import { deposit } from '../domain/deposit';
import type { PaymentEvent } from '../domain/payments.events';

/** The client sets out to fund a milestone: the gateway opens an order, the answer is its checkout. */
export class OpenDeposit extends Command<Checkout> {
  constructor(
    readonly input: Input,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

@CommandHandler(OpenDeposit)
export class OpenDepositHandler implements ICommandHandler<OpenDeposit> {
  constructor(
    private readonly streams: Streams,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
    private readonly gateway: RazorpayGateway,
  ) {}

  async execute({ input, idempotencyKey }: OpenDeposit): Promise<Checkout> {
    const { contractId, milestoneId } = input;
    const { id: clientId } = this.context.actor;
    const receipt = await this.queries.execute(
      new PriceOfFunding(contractId, milestoneId, clientId),
    );
    // From the client's key: a request that died between the gateway and the record finds its own
    // order again instead of opening a second one.
    const depositId = derivedId('deposit', clientId, idempotencyKey);
    const amount = receipt.total;
    const known = await this.streams.read(deposit, depositId);
    const gatewayOrderId =
      known.status === 'none'
        ? await this.gateway.openOrder(depositId, amount, { contractId, milestoneId })
        : known.gatewayOrderId;
    const opened = { depositId, clientId, contractId, milestoneId, gatewayOrderId, amount };
    const fact: PaymentEvent = {
      type: 'DepositInitiated',
      data: { ...opened, gateway: 'razorpay' },
    };
    const intent = { scope: `deposit:${clientId}`, key: idempotencyKey, request: input };
    const orderId = await this.streams.decide(
      deposit,
      depositId,
      (state) => ({ facts: state.status === 'none' ? [fact] : [], answer: gatewayOrderId }),
      { intent },
    );
    const texts = {
      name: 'Guildhall',
      description: `Escrow for milestone ${milestoneId.slice(-6)}`,
    };
    const back = `/contracts/${contractId}/fund/${milestoneId}`;
    return { depositId, receipt, ...this.gateway.checkout(orderId, amount, texts, back) };
  }
}
