import { RequestContext } from '@kernel/context';
import { Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import type { InviteMember as Input } from '@wire/organisations';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { ReadersOf } from '../../accounts';
import { householdOf, isWorkspace, memberAt, roleAt } from '../adapters/household-rows';
import { openInvitation } from '../adapters/invitation-rows';
import { covers, may } from '../domain/members';

/** Asks an address to join. Whoever reads that mailbox takes the seat, with a new account or not. */
export class InviteMember extends Command<{ id: string }> {
  constructor(
    readonly organisationId: string,
    readonly input: Input,
  ) {
    super();
  }
}

@CommandHandler(InviteMember)
export class InviteMemberHandler implements ICommandHandler<InviteMember> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  execute({ organisationId, input }: InviteMember): Promise<{ id: string }> {
    const { email, workspaceId } = input;
    const { id: by } = this.context.actor;
    return this.facts.commit<{ id: string }>(async (_, sql) => {
      const mine = await memberAt(sql, organisationId, by);
      may(mine, 'members');
      const household = await householdOf(sql, organisationId);
      covers(mine, await roleAt(sql, organisationId, input.role));
      await isWorkspace(sql, organisationId, workspaceId);
      const members = household.members.map(({ accountId }) => accountId);
      const readers = await this.queries.execute(new ReadersOf(members));
      if ([...readers.values()].some((one) => one.email === email))
        reject('organisations.already_member');
      const invited = { ...input, organisationId, by };
      const { id, told } = await openInvitation(sql, household, invited);
      return { told: [told], answer: { id } };
    });
  }
}
