import { RequestContext } from '@kernel/context';
import { takeover } from '@kernel/jobs';
import { Streams } from '@kernel/streams';
import { SubjectKeys } from '@kernel/subject-keys';
import { Processor, WorkerHost } from '@nestjs/bullmq';
import { CommandBus } from '@nestjs/cqrs';
import type { Job } from 'bullmq';
import { RazorpayGateway, RefundRefused } from '../adapters/razorpay';
import { deposit, known } from '../domain/deposit';
import { ObservePayment } from './observe-payment';
import { SettleRefund } from './settle-refund';

interface Work {
  readonly depositId: string;
  readonly refundId?: string;
}

interface Contest {
  readonly gatewayDisputeId: string;
  readonly amountMinor: string;
  readonly summary: string;
}

/** What waits for the gateway happens here, outside every transaction; no answer means again later. */
@Processor('payments', takeover)
export class GatewayJobs extends WorkerHost {
  constructor(
    private readonly streams: Streams,
    private readonly gateway: RazorpayGateway,
    private readonly commands: CommandBus,
    private readonly context: RequestContext,
    private readonly keys: SubjectKeys,
  ) {
    super();
  }

  process({ name, data }: Job<Work | Contest>): Promise<void> {
    return this.context.run({}, () => {
      if ('gatewayDisputeId' in data) return this.contest(data);
      const { depositId, refundId = '' } = data;
      return name === 'ask' ? this.ask(depositId) : this.refund(depositId, refundId);
    });
  }

  private async contest({ gatewayDisputeId, amountMinor, summary }: Contest): Promise<void> {
    const words = await this.keys.open(summary);
    await this.gateway.contest(gatewayDisputeId, amountMinor, words);
  }

  /** No webhook came: the gateway is asked, and its answer is taken in like one. */
  private async ask(depositId: string): Promise<void> {
    const state = await this.streams.read(deposit, depositId);
    if (state.status === 'none' || state.status === 'captured') return;
    for (const payment of await this.gateway.paymentsOf(state.gatewayOrderId))
      await this.commands.execute(new ObservePayment(state.gatewayOrderId, payment));
  }

  /** Asked first, because the gateway does not keep keys for ever; two at once have the same key. */
  private async refund(depositId: string, refundId: string): Promise<void> {
    const { refunds, gatewayPaymentId } = known(await this.streams.read(deposit, depositId));
    const wish = refunds[refundId];
    if (wish?.state !== 'requested' || !gatewayPaymentId) return;
    if (await this.gateway.findRefund(gatewayPaymentId, refundId)) return;
    const notes = { depositId, refundId };
    await this.gateway
      .refund(gatewayPaymentId, wish.amount, notes)
      .catch(async (error: unknown) => {
        if (!(error instanceof RefundRefused)) throw error;
        await this.commands.execute(new SettleRefund(depositId, refundId, { code: error.message }));
      });
  }
}
