import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { Standings } from '@kernel/standings';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

/** Whoever has the account may log in again. Rejects accounts.not_suspended, accounts.own_account. */
export class ReinstateAccount extends Command<void> {
  constructor(
    readonly accountId: string,
    readonly note: string,
  ) {
    super();
  }
}

@CommandHandler(ReinstateAccount)
export class ReinstateAccountHandler implements ICommandHandler<ReinstateAccount> {
  constructor(
    private readonly facts: Facts,
    private readonly standings: Standings,
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  async execute({ accountId, note }: ReinstateAccount): Promise<void> {
    const { id: by } = this.context.actor;
    if (accountId === by) reject('accounts.own_account');
    await this.facts.commit(async (_, sql) => {
      const rows = await sql.query(
        `update account_suspensions set lifted_by = $2, lift_note = $3, lifted_at = $4
          where account_id = $1 and lifted_at is null returning 1`,
        [accountId, by, note, this.clock.now().toISOString()],
      );
      if (rows.length === 0) reject('accounts.not_suspended');
      return { told: [about('account', accountId, 'AccountReinstated', { accountId })] };
    });
    this.standings.changed(accountId);
  }
}
