import type { Checkout, OpenDeposit as Input } from '@wire/payments';
import { RequestContext } from '@kernel/context';
import { Streams } from '@kernel/streams';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { createHash } from 'node:crypto';
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
    const depositId = derivedId(clientId, idempotencyKey);
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

/**
 * The deposit's id comes from the client's key, so that a request that died between the gateway and
 * the record finds its own order again instead of opening a second one. UUIDv8 over SHA-256.
 */
function derivedId(clientId: string, key: string): string {
  const bytes = createHash('sha256')
    .update(`deposit\0${clientId}\0${key}`)
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
