import type { Sql } from '@eventstore/record';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import type { InviteMember as Input } from '@wire/organisations';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { ReadersOf } from '../../accounts';
import { householdOf, isWorkspace, roleIn } from '../adapters/household-rows';
import { governs, invite } from '../domain/members';

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
    const { email, role, workspaceId } = input;
    const { id: by } = this.context.actor;
    const id = randomUUIDv7();
    return this.facts.commit<{ id: string }>(async (_, sql) => {
      governs(await roleIn(sql, organisationId, by));
      const household = await householdOf(sql, organisationId);
      await isWorkspace(sql, organisationId, workspaceId);
      const members = household.members.map(({ accountId }) => accountId);
      const readers = await this.queries.execute(new ReadersOf(members));
      if ([...readers.values()].some((one) => one.email === email))
        reject('organisations.already_member');
      await isNew(sql, organisationId, email);
      invite(household);
      await sql.query(
        `insert into org_invitations (id, organisation_id, email, role, workspace_id, invited_by,
            sent_at, expires_at) values ($1, $2, $3, $4, $5, $6, now(), now() + interval '7 days')`,
        [id, organisationId, email, role, workspaceId, by],
      );
      const fact = { organisationId, invitationId: id, role, by };
      return {
        told: [about('organisation', organisationId, 'MemberInvited', fact)],
        answer: { id },
      };
    });
  }
}

/** An invitation that ran out stands in nobody's way. */
async function isNew(sql: Sql, organisationId: string, email: string): Promise<void> {
  await sql.query(
    `update org_invitations set ended_at = now()
      where organisation_id = $1 and email = $2 and ended_at is null and expires_at <= now()`,
    [organisationId, email],
  );
  const [known] = await sql.query(
    `select 1 from org_invitations
      where organisation_id = $1 and email = $2 and ended_at is null`,
    [organisationId, email],
  );
  if (known) reject('organisations.already_invited');
}
