import { RequestContext } from '@kernel/context';
import { takeover } from '@kernel/jobs';
import { Streams } from '@kernel/streams';
import { Processor, WorkerHost } from '@nestjs/bullmq';
import { CommandBus } from '@nestjs/cqrs';
import type { Job } from 'bullmq';
import { BankAccounts } from '../adapters/bank-accounts';
import { NoAnswer, RazorpayX, Refused } from '../adapters/razorpayx';
import { known, lost, payout, type OpenPayout, type TransferWord } from '../domain/payout';
import { ObservePayout } from './observe-payout';

/** Sends an approved payout to the bank partner, outside every transaction. */
@Processor('payouts', takeover)
export class SubmitPayout extends WorkerHost {
  constructor(
    private readonly streams: Streams,
    private readonly partner: RazorpayX,
    private readonly bankAccounts: BankAccounts,
    private readonly commands: CommandBus,
    private readonly context: RequestContext,
  ) {
    super();
  }

  process({ data }: Job<{ payoutId: string }>): Promise<void> {
    return this.context.run({}, () => this.submit(data.payoutId));
  }

  /** Throws NoAnswer when nothing is known yet; the job then comes again and asks first. */
  private async submit(payoutId: string): Promise<void> {
    const state = known(await this.streams.read(payout, payoutId));
    if (state.status !== 'approved' && state.status !== 'unknown') return;
    const word = await this.send(state).catch(async (error: unknown) => {
      if (error instanceof Refused) return refused(error);
      if (error instanceof NoAnswer)
        await this.streams.decide(payout, payoutId, (now) => ({ facts: lost(now) }));
      throw error;
    });
    await this.commands.execute(new ObservePayout(payoutId, word));
  }

  private async send({
    payoutId,
    status,
    bankAccountId,
    amount,
  }: OpenPayout): Promise<TransferWord> {
    const already = status === 'unknown' ? await this.partner.find(payoutId) : null;
    if (already) return already;
    const { fundAccountId } = await this.bankAccounts.find(bankAccountId);
    return this.partner.pay(payoutId, fundAccountId ?? '', amount);
  }
}

const refused = ({ message }: Refused): TransferWord => ({
  gatewayPayoutId: '',
  status: 'failed',
  utr: '',
  failure: message,
});
