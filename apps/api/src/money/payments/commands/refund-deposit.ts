import type { Money } from '@money';
import { RequestContext } from '@kernel/context';
import { Jobs } from '@kernel/jobs';
import { Streams } from '@kernel/streams';
import { SubjectKeys } from '@kernel/subject-keys';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { MayLeaveWallet } from '../../wallet';
import { deposit, requestRefund } from '../domain/deposit';
import { booked } from '../domain/journals';

/** The client sends money of a deposit back the way it came. */
export class RefundDeposit extends Command<{ id: string }> {
  constructor(
    readonly depositId: string,
    readonly input: { amount: Money; reason: string },
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

@CommandHandler(RefundDeposit)
export class RefundDepositHandler implements ICommandHandler<RefundDeposit> {
  constructor(
    private readonly streams: Streams,
    private readonly context: RequestContext,
    private readonly jobs: Jobs,
    private readonly queries: QueryBus,
    private readonly keys: SubjectKeys,
  ) {}

  async execute({ depositId, input, idempotencyKey }: RefundDeposit): Promise<{ id: string }> {
    const { id: by } = this.context.actor;
    await this.queries.execute(new MayLeaveWallet(by));
    const refundId = randomUUIDv7();
    const { amount } = input;
    const reason = await this.keys.seal(by, input.reason);
    return this.streams.decide(
      deposit,
      depositId,
      (state) => {
        const fact = requestRefund(state, by, { refundId, amount, reason });
        return { facts: [fact], ...booked(fact), answer: { id: refundId } };
      },
      {
        intent: { scope: `refund:${by}`, key: idempotencyKey, request: { depositId, input } },
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
