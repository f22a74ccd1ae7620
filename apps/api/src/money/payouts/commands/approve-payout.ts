import { Streams } from '@kernel/streams';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { MayLeaveWallet } from '../../wallet';
import { approve, known, payout } from '../domain/payout';

/** Two people want it sent; the approval's id is the key. */
export class ApprovePayout extends Command<void> {
  constructor(
    readonly payoutId: string,
    readonly approval: { readonly approvalId: string; readonly checkerId: string },
  ) {
    super();
  }
}

@CommandHandler(ApprovePayout)
export class ApprovePayoutHandler implements ICommandHandler<ApprovePayout> {
  constructor(
    private readonly streams: Streams,
    private readonly queries: QueryBus,
  ) {}

  /** What was approved already is not asked about again: the money is on its way. */
  async execute({ payoutId, approval }: ApprovePayout): Promise<void> {
    const { status, providerId } = known(await this.streams.read(payout, payoutId));
    if (status === 'awaiting_approval') await this.queries.execute(new MayLeaveWallet(providerId));
    const { approvalId: key } = approval;
    await this.streams.decide(
      payout,
      payoutId,
      (state) => ({ facts: [approve(state, approval)], answer: null }),
      { intent: { scope: 'payout:approval', key, request: { payoutId } } },
    );
  }
}
