import { about, Facts } from '@kernel/facts';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { RequestApproval } from '../../approvals';

/** One of compliance proposes that money may leave a wallet again; another one has to agree. */
export class ProposeUnrestrict extends Command<{ approvalId: string }> {
  constructor(
    readonly accountId: string,
    readonly reason: string,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

@CommandHandler(ProposeUnrestrict)
export class ProposeUnrestrictHandler implements ICommandHandler<ProposeUnrestrict> {
  constructor(
    private readonly commands: CommandBus,
    private readonly database: Database,
  ) {}

  async execute({ accountId, reason, idempotencyKey }: ProposeUnrestrict) {
    const [row] = await this.database.query<{ reason: string }>(
      'select reason from wallet_restrictions where account_id = $1',
      [accountId],
    );
    const { reason: before } = row ?? reject('wallet.not_restricted');
    const proposal = {
      action: 'wallet.unrestrict',
      subject: `restriction-${accountId}`,
      payload: { accountId },
      beneficiaries: [accountId],
      reason,
      makerPermission: 'lift Wallet',
      requiredPermission: 'lift Wallet',
      changes: [{ field: 'restriction', before, after: null }],
    } as const;
    return this.commands.execute(new RequestApproval(proposal, idempotencyKey));
  }
}

/** Two people agreed. Done twice is done once: the row is gone. */
export class UnrestrictWallet extends Command<void> {
  constructor(
    readonly accountId: string,
    readonly approvalId: string,
  ) {
    super();
  }
}

@CommandHandler(UnrestrictWallet)
export class UnrestrictWalletHandler implements ICommandHandler<UnrestrictWallet> {
  constructor(private readonly facts: Facts) {}

  execute({ accountId, approvalId }: UnrestrictWallet): Promise<void> {
    return this.facts.commit(async (_, sql) => {
      const rows = await sql.query(
        'delete from wallet_restrictions where account_id = $1 returning 1',
        [accountId],
      );
      const fact = about('restriction', accountId, 'WalletUnrestricted', { accountId, approvalId });
      return { told: rows.length > 0 ? [fact] : [] };
    });
  }
}
