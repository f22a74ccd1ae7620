import { append } from '@eventstore/postgres';
import { sha256 } from '@eventstore/chain';
import { KeyReused } from '@eventstore/record';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { InvalidRequest } from '@kernel/http/schemas';
import { reject } from '@kernel/reject';
import { Streams } from '@kernel/streams';
import { Command, CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { ObserveChargeback } from '../../chargebacks';
import { ObserveBankAccount, ObservePayout } from '../../payouts';
import { asPayment, paymentEntity, RazorpayGateway } from '../adapters/razorpay';
import { asChargeback, disputeEntity, type DisputeEntity } from '../adapters/razorpay-disputes';
import { deposit, known } from '../domain/deposit';
import { DepositOfOrder } from '../queries/deposit-of-order';
import { ObservePayment } from './observe-payment';
import { SettleRefund } from './settle-refund';

/** Something that says it comes from the gateway: its bytes, and what is to prove it. */
export class ReceiveWebhook extends Command<void> {
  constructor(
    readonly bytes: Buffer = Buffer.alloc(0),
    readonly signature = '',
    readonly eventId = '',
  ) {
    super();
  }
}

const refundEntity = z.object({
  id: z.string(),
  payment_id: z.string(),
  status: z.string(),
  notes: z
    .object({ depositId: z.string().optional(), refundId: z.string().optional() })
    .or(z.array(z.unknown())),
});
const payoutEntity = z.object({
  id: z.string(),
  reference_id: z.string(),
  status: z.string(),
  utr: z.string().nullish(),
  failure_reason: z.string().nullish(),
});
const validationEntity = z.object({
  id: z.string(),
  status: z.string(),
  results: z.object({ account_status: z.string().nullish() }).nullish(),
});
const webhook = z.object({
  event: z.string(),
  payload: z.object({
    payment: z.object({ entity: paymentEntity }).optional(),
    refund: z.object({ entity: refundEntity }).optional(),
    dispute: z.object({ entity: disputeEntity }).optional(),
    payout: z.object({ entity: payoutEntity }).optional(),
    'fund_account.validation': z.object({ entity: validationEntity }).optional(),
  }),
});
type Webhook = z.infer<typeof webhook>;

@CommandHandler(ReceiveWebhook)
export class ReceiveWebhookHandler implements ICommandHandler<ReceiveWebhook> {
  constructor(
    private readonly commands: CommandBus,
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly gateway: RazorpayGateway,
    private readonly streams: Streams,
    private readonly queries: QueryBus,
  ) {}

  /**
   * Any order, any number of times: the states only climb, so a repeat says nothing. The inbox
   * remembers what was taken in, after it was; a webhook that fails comes again.
   */
  async execute({ bytes, signature, eventId }: ReceiveWebhook): Promise<void> {
    if (!this.gateway.isSigned(bytes, signature)) reject('payments.signature_invalid');
    const body = bytes.toString('utf8');
    this.context.become({ actor: { type: 'gateway', id: 'razorpay', roles: [] } });
    await this.take(read(body));
    const idempotency = {
      scope: 'inbox:razorpay',
      key: eventId || sha256(body).toString('hex'),
      request: sha256(body),
      response: null,
    };
    await append(this.database, {
      streams: [],
      idempotency,
      metadata: this.context.metadata,
    }).catch((error: unknown) => {
      if (!(error instanceof KeyReused)) throw error;
    });
  }

  private async take({ event, payload }: Webhook): Promise<void> {
    const { payment, refund, dispute, payout, 'fund_account.validation': validation } = payload;
    if (refund) await this.takeRefund(refund.entity);
    else if (payment) {
      const { entity } = payment;
      await this.commands.execute(new ObservePayment(entity.order_id, asPayment(entity)));
    }
    if (dispute && payment) await this.takeDispute(event, dispute.entity, payment.entity.order_id);
    if (payout) {
      const { id, reference_id, status, utr, failure_reason } = payout.entity;
      const said = { gatewayPayoutId: id, status, utr: utr ?? '', failure: failure_reason ?? '' };
      await this.commands.execute(new ObservePayout(reference_id, said));
    }
    if (validation?.entity.status === 'completed') {
      const active = validation.entity.results?.account_status === 'active';
      await this.commands.execute(new ObserveBankAccount(validation.entity.id, active));
    }
  }

  /** The deposit says whose money it is. */
  private async takeDispute(event: string, entity: DisputeEntity, orderId: string): Promise<void> {
    const depositId = await this.queries.execute(new DepositOfOrder(orderId));
    const { clientId, contractId, milestoneId } = known(
      await this.streams.read(deposit, depositId),
    );
    const origin = { depositId, clientId, contractId, milestoneId };
    await this.commands.execute(new ObserveChargeback(origin, asChargeback(entity, event)));
  }

  private async takeRefund({ id, status, notes }: z.infer<typeof refundEntity>): Promise<void> {
    if (Array.isArray(notes) || !notes.depositId || !notes.refundId) return;
    if (status !== 'processed' && status !== 'failed') return;
    const outcome = status === 'processed' ? { gatewayRefundId: id } : { code: 'gateway_refused' };
    await this.commands.execute(new SettleRefund(notes.depositId, notes.refundId, outcome));
  }
}

function read(body: string): Webhook {
  try {
    return webhook.parse(JSON.parse(body));
  } catch {
    throw new InvalidRequest([
      { path: '', code: 'payments.webhook', message: 'not a webhook we know' },
    ]);
  }
}
