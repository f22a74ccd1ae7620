import { sha256 } from '@eventstore/chain';
import { isGreater, minor, type Money } from '@money';
import { largeRefundMinor, type RefundAnswer, type RefundForClient as Input } from '@wire/refunds';
import { Jobs } from '@kernel/jobs';
import { derivedId } from '@kernel/derived-id';
import { reject } from '@kernel/reject';
import { Streams } from '@kernel/streams';
import { Command, CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { RequestApproval } from '../../approvals';
import { MayLeaveWallet } from '../../wallet';
import { deposit, known, requestRefund } from '../domain/deposit';
import { booked } from '../domain/journals';

/** A person of finance sends money of a deposit back for its client. */
export class RefundForClient extends Command<RefundAnswer> {
  constructor(
    readonly input: Input,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

/** The refund itself: at once, or when two people agreed; then the approval's id is the key. */
export class StartRefund extends Command<{ id: string }> {
  constructor(
    readonly depositId: string,
    readonly amount: Money,
    readonly key: string,
  ) {
    super();
  }
}

@CommandHandler(RefundForClient)
export class RefundForClientHandler implements ICommandHandler<RefundForClient> {
  constructor(
    private readonly streams: Streams,
    private readonly commands: CommandBus,
  ) {}

  async execute({ input, idempotencyKey }: RefundForClient): Promise<RefundAnswer> {
    const { depositId, amount, reason } = input;
    const { clientId, amount: captured } = known(await this.streams.read(deposit, depositId));
    if (amount.currency !== captured.currency) reject('money.currency_mismatch');
    if (isGreater(amount, captured)) reject('payments.exceeds_captured');
    if (minor(amount) <= largeRefundMinor) {
      const key = `${sha256(reason).toString('hex').slice(0, 16)}-${idempotencyKey}`;
      const { id } = await this.commands.execute(new StartRefund(depositId, amount, key));
      return { refundId: id, approvalId: null };
    }
    const proposal = {
      action: 'refund.large',
      subject: `deposit-${depositId}`,
      payload: { depositId, amount },
      amount,
      beneficiaries: [clientId],
      reason,
      makerPermission: 'prepare Refund',
      requiredPermission: 'approve Refund',
    } as const;
    const asked = await this.commands.execute(new RequestApproval(proposal, idempotencyKey));
    return { refundId: null, approvalId: asked.approvalId };
  }
}

@CommandHandler(StartRefund)
export class StartRefundHandler implements ICommandHandler<StartRefund> {
  constructor(
    private readonly streams: Streams,
    private readonly jobs: Jobs,
    private readonly queries: QueryBus,
  ) {}

  async execute({ depositId, amount, key }: StartRefund): Promise<{ id: string }> {
    const { clientId } = known(await this.streams.read(deposit, depositId));
    await this.queries.execute(new MayLeaveWallet(clientId));
    const refundId = derivedId('refund', depositId, key);
    return this.streams.decide(
      deposit,
      depositId,
      (state) => {
        const wish = { refundId, amount, reason: 'staff' };
        const fact = requestRefund(state, clientId, wish);
        return { facts: [fact], ...booked(fact), answer: { id: refundId } };
      },
      {
        intent: { scope: 'refund:staff', key, request: { depositId, amount } },
        also: (sql) =>
          this.jobs.add(
            sql,
            'payments',
            'refund',
            { depositId, refundId },
            { id: `refund-${refundId}` },
          ),
      },
    );
  }
}
