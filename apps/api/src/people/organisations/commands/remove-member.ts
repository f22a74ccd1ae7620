import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { Standings } from '@kernel/standings';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { householdOf, memberAt } from '../adapters/household-rows';
import { vacate } from '../adapters/seats';
import { remove } from '../domain/members';

/** Somebody leaves, or is asked to. What they began for the organisation stays theirs to finish. */
export class RemoveMember extends Command<void> {
  constructor(
    readonly organisationId: string,
    readonly accountId: string,
  ) {
    super();
  }
}

@CommandHandler(RemoveMember)
export class RemoveMemberHandler implements ICommandHandler<RemoveMember> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly standings: Standings,
  ) {}

  async execute({ organisationId, accountId }: RemoveMember): Promise<void> {
    const { id: by } = this.context.actor;
    await this.facts.commit(async (_, sql) => {
      await memberAt(sql, organisationId, by);
      const why = remove(await householdOf(sql, organisationId), by, accountId);
      await vacate(sql, organisationId, accountId);
      const fact = { organisationId, accountId, by, why };
      return { told: [about('organisation', organisationId, 'MemberRemoved', fact)] };
    });
    this.standings.changed(accountId);
  }
}
