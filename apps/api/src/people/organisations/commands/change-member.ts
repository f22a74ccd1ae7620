import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { Standings } from '@kernel/standings';
import type { ChangeMember as Input } from '@wire/organisations';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { householdOf, isWorkspace, memberAt, roleAt } from '../adapters/household-rows';
import { change, transfer } from '../domain/members';

export class ChangeMember extends Command<void> {
  constructor(
    readonly organisationId: string,
    readonly accountId: string,
    readonly input: Input,
  ) {
    super();
  }
}

/** The owner hands over, and stays as an admin. */
export class TransferOwnership extends Command<void> {
  constructor(
    readonly organisationId: string,
    readonly to: string,
  ) {
    super();
  }
}

const update = `update org_members set role = $3 where organisation_id = $1 and account_id = $2`;

@CommandHandler(ChangeMember)
export class ChangeMemberHandler implements ICommandHandler<ChangeMember> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly standings: Standings,
  ) {}

  async execute({ organisationId, accountId, input }: ChangeMember): Promise<void> {
    const { role, workspaceId } = input;
    const { id: by } = this.context.actor;
    await this.facts.commit(async (_, sql) => {
      await memberAt(sql, organisationId, by);
      const household = await householdOf(sql, organisationId);
      change(household, by, accountId, await roleAt(sql, organisationId, role));
      await isWorkspace(sql, organisationId, workspaceId);
      await sql.query(
        `update org_members set role = $3, workspace_id = $4
          where organisation_id = $1 and account_id = $2`,
        [organisationId, accountId, role, workspaceId],
      );
      const fact = { organisationId, accountId, role, by };
      return { told: [about('organisation', organisationId, 'MemberChanged', fact)] };
    });
    this.standings.changed(accountId);
  }
}

@CommandHandler(TransferOwnership)
export class TransferOwnershipHandler implements ICommandHandler<TransferOwnership> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly standings: Standings,
  ) {}

  async execute({ organisationId, to }: TransferOwnership): Promise<void> {
    const { id: from } = this.context.actor;
    await this.facts.commit(async (_, sql) => {
      await memberAt(sql, organisationId, from);
      transfer(await householdOf(sql, organisationId), from, to);
      await sql.query(update, [organisationId, from, 'admin']);
      await sql.query(update, [organisationId, to, 'owner']);
      const fact = { organisationId, from, to };
      return { told: [about('organisation', organisationId, 'OwnershipTransferred', fact)] };
    });
    for (const one of [from, to]) this.standings.changed(one);
  }
}
