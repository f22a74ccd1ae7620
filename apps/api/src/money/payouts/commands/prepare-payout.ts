import { minor } from '@money';
import { RequestContext } from '@kernel/context';
import { Streams } from '@kernel/streams';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { RequestApproval } from '../../approvals';
import { BankAccounts } from '../adapters/bank-accounts';
import { mayPrepare, payout } from '../domain/payout';

/** A person of finance looked at it and asks a second one to send it. */
export class PreparePayout extends Command<{ approvalId: string }> {
  constructor(
    readonly payoutId: string,
    readonly reason: string,
  ) {
    super();
  }
}

@CommandHandler(PreparePayout)
export class PreparePayoutHandler implements ICommandHandler<PreparePayout> {
  constructor(
    private readonly streams: Streams,
    private readonly context: RequestContext,
    private readonly bankAccounts: BankAccounts,
    private readonly commands: CommandBus,
  ) {}

  /** The payout says that it is prepared when the request for its approval was heard of. */
  async execute({ payoutId, reason }: PreparePayout): Promise<{ approvalId: string }> {
    const state = await this.streams.read(payout, payoutId);
    const open = mayPrepare(state, this.context.actor.id);
    const { amount, bankAccountId, providerId, flags, lapses } = open;
    const { last4 } = await this.bankAccounts.find(bankAccountId);
    const proposal = {
      action: 'payout.send',
      subject: `payout-${payoutId}`,
      payload: { payoutId, providerId, bankAccountId, amount },
      amount,
      beneficiaries: [providerId],
      reason,
      makerPermission: 'prepare Payout',
      requiredPermission: 'approve Payout',
      changes: [
        { field: 'paid_out', before: null, after: `${String(minor(amount))} ${amount.currency}` },
        { field: 'bank_account', before: null, after: `••${last4}` },
        ...flags.map((flag) => ({ field: 'looked_at', before: null, after: flag })),
      ],
    } as const;
    const key = `${payoutId}-${String(lapses)}`;
    return this.commands.execute(new RequestApproval(proposal, key));
  }
}
