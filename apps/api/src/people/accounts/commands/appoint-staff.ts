import { about, Facts } from '@kernel/facts';
import { Standings } from '@kernel/standings';
import type { Role } from '@wire/permissions';
import { Clock } from '@kernel/clock';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Account } from '../adapters/account';

/** Gives an account its roles and takes its address as proved: for the installation, not for a route. */
export class AppointStaff extends Command<void> {
  constructor(
    readonly accountId: string,
    readonly roles: readonly Role[],
  ) {
    super();
  }
}

@CommandHandler(AppointStaff)
export class AppointStaffHandler implements ICommandHandler<AppointStaff> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
    private readonly standings: Standings,
  ) {}

  async execute({ accountId, roles }: AppointStaff): Promise<void> {
    await this.facts.commit(async (em) => {
      const account = await em.findOneOrFail(Account, accountId);
      account.verifyEmail(this.clock.now());
      account.appoint(roles);
      return {
        told: [about('account', accountId, 'RolesChanged', { accountId, roles: account.roles })],
      };
    });
    this.standings.changed(accountId);
  }
}
