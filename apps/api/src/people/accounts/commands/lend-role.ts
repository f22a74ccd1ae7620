import { Clock } from '@kernel/clock';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { Standings } from '@kernel/standings';
import { conflictIn } from '@wire/duties';
import type { StaffRole } from '@wire/permissions';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Account } from '../adapters/account';

/** An account has one more role for some minutes. Rejects accounts.roles_conflict. */
export class LendRole extends Command<void> {
  constructor(
    readonly lentId: string,
    readonly accountId: string,
    readonly role: StaffRole,
    readonly minutes: number,
  ) {
    super();
  }
}

/** What was lent is given back before its time, or at it. */
export class ReturnRole extends Command<void> {
  constructor(
    readonly lentId: string,
    readonly accountId: string,
  ) {
    super();
  }
}

@CommandHandler(LendRole)
export class LendRoleHandler implements ICommandHandler<LendRole> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
    private readonly standings: Standings,
  ) {}

  /** Duties that are kept apart are not lent together either; done twice is done once. */
  async execute({ lentId, accountId, role, minutes }: LendRole): Promise<void> {
    await this.facts.commit(async (em, sql) => {
      const account = await em.findOneOrFail(Account, accountId);
      const lent = await sql.query<{ role: StaffRole }>(
        'select role from lent_roles where account_id = $1 and until > now()',
        [accountId],
      );
      const all = [...account.roles, ...lent.map((one) => one.role), role];
      const conflict = conflictIn(all);
      if (conflict) reject('accounts.roles_conflict', { ...conflict });
      const rows = await sql.query(
        `insert into lent_roles (id, account_id, role, until)
          values ($1, $2, $3, now() + make_interval(mins => $4)) on conflict do nothing returning 1`,
        [lentId, accountId, role, minutes],
      );
      const until = new Date(this.clock.now().getTime() + minutes * 60_000).toISOString();
      const fact = { accountId, lentId, role, until };
      return { told: rows.length > 0 ? [about('account', accountId, 'RoleLent', fact)] : [] };
    });
    this.standings.changed(accountId);
  }
}

@CommandHandler(ReturnRole)
export class ReturnRoleHandler implements ICommandHandler<ReturnRole> {
  constructor(
    private readonly facts: Facts,
    private readonly standings: Standings,
  ) {}

  async execute({ lentId, accountId }: ReturnRole): Promise<void> {
    await this.facts.commit(async (_, sql) => {
      const [row] = await sql.query<{ role: string }>(
        'delete from lent_roles where id = $1 and account_id = $2 returning role',
        [lentId, accountId],
      );
      const fact = { accountId, lentId, role: row?.role };
      return { told: row ? [about('account', accountId, 'RoleReturned', fact)] : [] };
    });
    this.standings.changed(accountId);
  }
}
