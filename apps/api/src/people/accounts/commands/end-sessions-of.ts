import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Account } from '../adapters/account';
import { Sessions } from '../adapters/sessions';

/** The staff ends every session of somebody, at every browser. Rejects accounts.not_found. */
export class EndSessionsOf extends Command<void> {
  constructor(readonly accountId: string) {
    super();
  }
}

@CommandHandler(EndSessionsOf)
export class EndSessionsOfHandler implements ICommandHandler<EndSessionsOf> {
  constructor(
    private readonly facts: Facts,
    private readonly sessions: Sessions,
  ) {}

  async execute({ accountId }: EndSessionsOf): Promise<void> {
    await this.facts.commit(async (em, sql) => {
      if (!(await em.findOne(Account, accountId))) reject('accounts.not_found');
      await this.sessions.endOthers(sql, accountId, null);
      return { told: [about('account', accountId, 'SessionsEndedByStaff', { accountId })] };
    });
    await this.sessions.refuseEnded();
  }
}
