import type { Sql } from '@eventstore/record';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { Standings } from '@kernel/standings';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { ContactsOf, ReadersOf } from '../../accounts';
import { householdOf } from '../adapters/household-rows';
import { InvitationTokens } from '../adapters/invitation-tokens';
import { seat } from '../adapters/seats';
import { join } from '../domain/members';

/** The link of an invitation, followed by whoever proved the address that it was sent to. */
export class JoinOrganisation extends Command<{ id: string }> {
  constructor(readonly token: string) {
    super();
  }
}

interface Row {
  readonly id: string;
  readonly organisation_id: string;
  readonly email: string;
  readonly role: string;
  readonly workspace_id: string | null;
  readonly sending: number;
}

@CommandHandler(JoinOrganisation)
export class JoinOrganisationHandler implements ICommandHandler<JoinOrganisation> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
    private readonly tokens: InvitationTokens,
    private readonly standings: Standings,
  ) {}

  async execute({ token }: JoinOrganisation): Promise<{ id: string }> {
    const { id: accountId } = this.context.actor;
    const id = await this.facts.commit<string>(async (_, sql) => {
      const invitation = await this.open(sql, token);
      await this.isTheirs(invitation.email, accountId);
      const { organisation_id: organisationId, role, workspace_id: workspaceId } = invitation;
      join(await householdOf(sql, organisationId), accountId);
      await sql.query(
        'update org_invitations set ended_at = now(), accepted_by = $2 where id = $1',
        [invitation.id, accountId],
      );
      await seat(sql, { organisationId, accountId, role, workspaceId });
      const fact = { organisationId, accountId, role };
      const told = [about('organisation', organisationId, 'MemberJoined', fact)];
      return { told, answer: organisationId };
    });
    this.standings.changed(accountId);
    return { id };
  }

  private async open(sql: Sql, token: string): Promise<Row> {
    const [row] = await sql.query<Row>(
      `select id, organisation_id, email, role, workspace_id, sending from org_invitations
        where id::text = $1 and ended_at is null and expires_at > now() for update`,
      [this.tokens.invitationIn(token)],
    );
    const isGood = row && this.tokens.isGood(token, row.id, row.sending);
    return isGood ? row : reject('organisations.invitation_ended');
  }

  private async isTheirs(email: string, accountId: string): Promise<void> {
    const reader = (await this.queries.execute(new ReadersOf([accountId]))).get(accountId);
    const { emailVerified } = await this.queries.execute(new ContactsOf(accountId));
    if (reader?.email !== email || !emailVerified) reject('organisations.invitation_for_other');
  }
}
