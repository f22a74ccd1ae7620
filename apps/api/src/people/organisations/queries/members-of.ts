import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { membersOf } from '../adapters/household-rows';
import type { Member } from '../domain/members';

/** Everybody who is in an organisation, and as what. */
export class MembersOf extends Query<readonly Member[]> {
  constructor(readonly organisationId: string) {
    super();
  }
}

/** What somebody is in an organisation; null for everybody else. */
export class RoleIn extends Query<string | null> {
  constructor(
    readonly organisationId: string,
    readonly accountId: string,
  ) {
    super();
  }
}

/** Could one more come: is a seat free, or kept for this address? */
export class HasSeatFor extends Query<'invited' | 'free' | 'full'> {
  constructor(
    readonly organisationId: string,
    readonly email: string,
  ) {
    super();
  }
}

@QueryHandler(MembersOf)
export class MembersOfHandler implements IQueryHandler<MembersOf> {
  constructor(private readonly database: Database) {}

  execute({ organisationId }: MembersOf): Promise<readonly Member[]> {
    return membersOf(this.database, organisationId);
  }
}

@QueryHandler(RoleIn)
export class RoleInHandler implements IQueryHandler<RoleIn> {
  constructor(private readonly database: Database) {}

  async execute({ organisationId, accountId }: RoleIn): Promise<string | null> {
    const [row] = await this.database.query<{ role: string }>(
      'select role from org_members where organisation_id = $1 and account_id::text = $2',
      [organisationId, accountId],
      'organisations.role_in',
    );
    return row?.role ?? null;
  }
}

@QueryHandler(HasSeatFor)
export class HasSeatForHandler implements IQueryHandler<HasSeatFor> {
  constructor(private readonly database: Database) {}

  async execute({ organisationId, email }: HasSeatFor): Promise<'invited' | 'free' | 'full'> {
    const [row] = await this.database.query<{ invited: boolean; free: boolean }>(
      `with open as (select email from org_invitations
          where organisation_id = $1 and ended_at is null and expires_at > now())
        select exists (select 1 from open where email = $2) as invited,
          o.seats > (select count(*) from open)
            + (select count(*) from org_members m where m.organisation_id = o.id) as free
        from organisations o where o.id = $1`,
      [organisationId, email],
    );
    if (row?.invited) return 'invited';
    return row?.free ? 'free' : 'full';
  }
}
