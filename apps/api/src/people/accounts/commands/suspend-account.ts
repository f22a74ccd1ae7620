import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { Standings } from '@kernel/standings';
import type { SuspendAccount as Input } from '@wire/accounts';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { Account } from '../adapters/account';
import { Sessions } from '../adapters/sessions';

/**
 * Nobody gets in with this account, and whoever is in is out. Money of theirs stays where it is and goes
 * on by its own deadlines. Rejects accounts.not_found, accounts.own_account, accounts.already_suspended.
 */
export class SuspendAccount extends Command<void> {
  constructor(
    readonly accountId: string,
    readonly input: Input,
  ) {
    super();
  }
}

@CommandHandler(SuspendAccount)
export class SuspendAccountHandler implements ICommandHandler<SuspendAccount> {
  constructor(
    private readonly facts: Facts,
    private readonly sessions: Sessions,
    private readonly standings: Standings,
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  async execute({ accountId, input: { reason, note } }: SuspendAccount): Promise<void> {
    const { id: by } = this.context.actor;
    if (accountId === by) reject('accounts.own_account');
    await this.facts.commit(async (em, sql) => {
      if (!(await em.findOne(Account, accountId))) reject('accounts.not_found');
      const rows = await sql.query(
        `insert into account_suspensions (id, account_id, reason, note, suspended_by, suspended_at)
          values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning 1`,
        [randomUUIDv7(), accountId, reason, note, by, this.clock.now().toISOString()],
      );
      if (rows.length === 0) reject('accounts.already_suspended');
      await this.sessions.endOthers(sql, accountId, null);
      return { told: [about('account', accountId, 'AccountSuspended', { accountId, reason })] };
    });
    this.standings.changed(accountId);
    await this.sessions.refuseEnded();
  }
}
