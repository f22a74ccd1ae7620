import type { RequestPayout as Input } from '@wire/payouts';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Leaving } from '@kernel/leaving';
import { Streams } from '@kernel/streams';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { StepUp } from '../../../people/accounts';
import { MayLeaveWallet } from '../../wallet';
import { BankAccounts } from '../adapters/bank-accounts';
import { bookedAll } from '../domain/journals';
import { payout, request } from '../domain/payout';

/** The provider asks for money from the wallet; it is set aside at once. */
export class RequestPayout extends Command<{ id: string }> {
  constructor(
    readonly input: Input,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

@CommandHandler(RequestPayout)
export class RequestPayoutHandler implements ICommandHandler<RequestPayout> {
  constructor(
    private readonly streams: Streams,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly bankAccounts: BankAccounts,
    private readonly queries: QueryBus,
    private readonly leaving: Leaving,
    private readonly stepUp: StepUp,
  ) {}

  async execute({ input, idempotencyKey }: RequestPayout): Promise<{ id: string }> {
    this.stepUp.require('payout');
    const { id: by } = this.context.actor;
    await this.leaving.ask({ kind: 'payout', accountId: by, amount: input.amount });
    await this.queries.execute(new MayLeaveWallet(by));
    const to = await this.bankAccounts.find(input.bankAccountId);
    const payoutId = randomUUIDv7();
    const wish = { payoutId, amount: input.amount, to, now: this.clock.now() };
    return this.streams.decide(
      payout,
      payoutId,
      () => {
        const facts = request(by, wish);
        return { facts, ...bookedAll(facts), answer: { id: payoutId } };
      },
      { intent: { scope: `payout:${by}`, key: idempotencyKey, request: input } },
    );
  }
}
