import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { InvitationTokens } from '../adapters/invitation-tokens';

export interface Invitation {
  /** Where the mail goes; perhaps nobody with an account here. */
  readonly target: string;
  readonly token: string;
}

/** The link of an invitation, for the mail that carries it; undefined once it is over. */
export class InvitationOf extends Query<Invitation | undefined> {
  constructor(readonly invitationId: string) {
    super();
  }
}

@QueryHandler(InvitationOf)
export class InvitationOfHandler implements IQueryHandler<InvitationOf> {
  constructor(
    private readonly database: Database,
    private readonly tokens: InvitationTokens,
  ) {}

  async execute({ invitationId }: InvitationOf): Promise<Invitation | undefined> {
    const [row] = await this.database.query<{ email: string; sending: number }>(
      `select email, sending from org_invitations
        where id = $1 and ended_at is null and expires_at > now()`,
      [invitationId],
    );
    return row && { target: row.email, token: this.tokens.tokenOf(invitationId, row.sending) };
  }
}
