import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import type { OrgDetail } from '@wire/org-desk';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { NamesOf } from '../../profiles';
import { membersWithRoles } from '../adapters/household-rows';
import { limitsOf } from '../adapters/spending-rows';

/** What the console knows of one organisation. Rejects organisations.not_found. */
export class OrganisationDetail extends Query<OrgDetail> {
  constructor(readonly organisationId: string) {
    super();
  }
}

interface Plain {
  readonly id: string;
  readonly name: string;
  readonly seats: number;
  readonly foundedAt: Date;
  readonly requestsExpireDays: number;
  readonly invited: number;
  readonly openRequests: number;
  readonly statements: number;
}

interface MemberRow {
  readonly accountId: string;
  readonly role: OrgDetail['members'][number]['role'];
  readonly workspace: string | null;
  readonly joinedAt: Date;
}

@QueryHandler(OrganisationDetail)
export class OrganisationDetailHandler implements IQueryHandler<OrganisationDetail> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
  ) {}

  async execute({ organisationId }: OrganisationDetail): Promise<OrgDetail> {
    const [found] = await this.database.query<Plain>(
      `select o.id, o.name, o.seats, o.founded_at as "foundedAt",
          o.requests_expire_days as "requestsExpireDays",
          (select count(*)::int from org_invitations i where i.organisation_id = o.id
            and i.ended_at is null and i.expires_at > now()) as invited,
          (select count(*)::int from org_spendings s where s.organisation_id = o.id
            and s.state = 'open') as "openRequests",
          (select count(*)::int from org_statements t where t.organisation_id = o.id) as statements
        from organisations o where o.id = $1`,
      [organisationId],
    );
    const { foundedAt, ...plain } = found ?? reject('organisations.not_found');
    const workspaces = await this.database.query<{ id: string; name: string }>(
      `select id, name from org_workspaces where organisation_id = $1 order by created_at, id`,
      [organisationId],
    );
    return {
      ...plain,
      ...{ foundedAt: foundedAt.toISOString(), workspaces },
      limits: (await limitsOf(this.database, organisationId)).length,
      members: await this.members(organisationId),
    };
  }

  private async members(organisationId: string): Promise<OrgDetail['members']> {
    const rows = await this.database.query<MemberRow>(
      `select m.account_id as "accountId", coalesce(r.name, m.role) as role, w.name as workspace,
          m.joined_at as "joinedAt"
        from ${membersWithRoles} left join org_workspaces w on w.id = m.workspace_id
        where m.organisation_id = $1 order by m.joined_at, m.account_id limit 500`,
      [organisationId],
    );
    const names = await this.queries.execute(new NamesOf(rows.map((row) => row.accountId)));
    return rows.map(({ accountId, joinedAt, ...row }) => ({
      ...row,
      person: { id: accountId, name: names.get(accountId)?.name ?? '' },
      joinedAt: joinedAt.toISOString(),
    }));
  }
}
