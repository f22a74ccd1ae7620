import { isStaffRole } from '@wire/duties';
import type { Role } from '@wire/permissions';
import { about, Facts } from '@kernel/facts';
import { Standings } from '@kernel/standings';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Account } from '../adapters/account';

/** Two people agreed on the staff roles of an account; what it does on the market stays. */
export class GrantRoles extends Command<void> {
  constructor(
    readonly accountId: string,
    readonly roles: readonly Role[],
  ) {
    super();
  }
}

@CommandHandler(GrantRoles)
export class GrantRolesHandler implements ICommandHandler<GrantRoles> {
  constructor(
    private readonly facts: Facts,
    private readonly standings: Standings,
  ) {}

  /** Done twice is done once: the roles are named whole. */
  async execute({ accountId, roles }: GrantRoles): Promise<void> {
    await this.facts.commit(async (em) => {
      const account = await em.findOneOrFail(Account, accountId);
      const before = account.roles.join();
      account.appoint([...account.roles.filter((role) => !isStaffRole(role)), ...roles]);
      const changed = account.roles.join() !== before;
      const told = about('account', accountId, 'RolesChanged', { accountId, roles: account.roles });
      return { told: changed ? [told] : [] };
    });
    this.standings.changed(accountId);
  }
}
