import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { memberAt } from '../adapters/household-rows';
import { may } from '../domain/members';

/** Another mail with another link; the one before opens nothing any more. */
export class ResendInvitation extends Command<void> {
  constructor(
    readonly organisationId: string,
    readonly invitationId: string,
  ) {
    super();
  }
}

export class RevokeInvitation extends Command<void> {
  constructor(
    readonly organisationId: string,
    readonly invitationId: string,
  ) {
    super();
  }
}

@CommandHandler(ResendInvitation)
export class ResendInvitationHandler implements ICommandHandler<ResendInvitation> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
  ) {}

  execute({ organisationId, invitationId }: ResendInvitation): Promise<void> {
    const { id: by } = this.context.actor;
    return this.facts.commit(async (_, sql) => {
      may(await memberAt(sql, organisationId, by), 'members');
      const [row] = await sql.query<{ role: string }>(
        `update org_invitations set sending = sending + 1, invited_by = $3, sent_at = now(),
            expires_at = now() + interval '7 days'
          where id = $1 and organisation_id = $2 and ended_at is null returning role`,
        [invitationId, organisationId, by],
      );
      if (!row) return reject('organisations.invitation_ended');
      const fact = { organisationId, invitationId, role: row.role, by };
      return { told: [about('organisation', organisationId, 'MemberInvited', fact)] };
    });
  }
}

@CommandHandler(RevokeInvitation)
export class RevokeInvitationHandler implements ICommandHandler<RevokeInvitation> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
  ) {}

  execute({ organisationId, invitationId }: RevokeInvitation): Promise<void> {
    const { id: by } = this.context.actor;
    return this.facts.commit(async (_, sql) => {
      may(await memberAt(sql, organisationId, by), 'members');
      const [row] = await sql.query(
        `update org_invitations set ended_at = now()
          where id = $1 and organisation_id = $2 and ended_at is null returning id`,
        [invitationId, organisationId],
      );
      if (!row) return reject('organisations.invitation_ended');
      const fact = { organisationId, invitationId, by };
      return { told: [about('organisation', organisationId, 'InvitationRevoked', fact)] };
    });
  }
}
