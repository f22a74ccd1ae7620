import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import type { Currency, Money } from '@money';
import type { OrganisationView } from '@wire/organisations';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadersOf } from '../../accounts';
import { NamesOf } from '../../profiles';
import { fieldsOf } from '../adapters/field-rows';
import { memberAt } from '../adapters/household-rows';
import { rolesOf } from '../adapters/role-rows';
import { limitsOf } from '../adapters/spending-rows';

/** One organisation with everybody in it, for its members. */
export class OrganisationPage extends Query<OrganisationView> {
  constructor(readonly organisationId: string) {
    super();
  }
}

interface MemberRow {
  readonly account_id: string;
  readonly role: string;
  readonly workspace_id: string | null;
  readonly joined_at: Date;
}

interface WorkspaceRow {
  readonly id: string;
  readonly name: string;
  readonly budget: string | null;
  readonly currency: Currency | null;
  readonly spent: string;
}

interface InvitationRow {
  readonly id: string;
  readonly email: string;
  readonly role: string;
  readonly sent_at: Date;
  readonly expires_at: Date;
}

type Plain = Pick<OrganisationView, 'id' | 'name' | 'seats'> &
  Pick<OrganisationView, 'needsPurchaseOrder' | 'needsCostCentre' | 'requestsExpireDays'>;

@QueryHandler(OrganisationPage)
export class OrganisationPageHandler implements IQueryHandler<OrganisationPage> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
  ) {}

  async execute({ organisationId }: OrganisationPage): Promise<OrganisationView> {
    const { role, powers } = await memberAt(this.database, organisationId, this.context.actor.id);
    const [plain] = await this.database.query<Plain>(
      `select id, name, seats, needs_purchase_order as "needsPurchaseOrder",
          needs_cost_centre as "needsCostCentre", requests_expire_days as "requestsExpireDays"
        from organisations where id = $1`,
      [organisationId],
    );
    const [workspaces, limits, fields, members, roles, invitations] = await Promise.all([
      this.workspaces(organisationId),
      limitsOf(this.database, organisationId),
      fieldsOf(this.database, organisationId),
      this.members(organisationId),
      rolesOf(this.database, organisationId),
      powers.includes('members') ? this.invitations(organisationId) : [],
    ]);
    return {
      ...(plain ?? reject('organisations.not_found')),
      ...{ role, powers: [...powers], workspaces, fields, members, invitations },
      roles: roles.map(({ id, name }) => ({ id, name })),
      limits: [...limits],
    };
  }

  private async members(organisationId: string): Promise<OrganisationView['members']> {
    const rows = await this.database.query<MemberRow>(
      `select account_id, role, workspace_id, joined_at from org_members
        where organisation_id = $1 order by joined_at, account_id`,
      [organisationId],
    );
    const ids = rows.map(({ account_id: id }) => id);
    const [people, readers] = await Promise.all([
      this.queries.execute(new NamesOf(ids)),
      this.queries.execute(new ReadersOf(ids)),
    ]);
    return rows.map((row) => ({
      person: people.get(row.account_id) ?? reject('profiles.not_found'),
      email: readers.get(row.account_id)?.email ?? '',
      role: row.role,
      workspaceId: row.workspace_id,
      joinedAt: row.joined_at.toISOString(),
    }));
  }

  private async workspaces(organisationId: string): Promise<OrganisationView['workspaces']> {
    const month = this.clock.now().toISOString().slice(0, 7);
    const rows = await this.database.query<WorkspaceRow>(
      `select w.id, w.name, w.budget, w.currency, (
          select coalesce(sum(h.amount), 0)::text from org_hires h
            where h.workspace_id = w.id and h.currency = w.currency
              and h.signed_at >= ($2 || '-01T00:00Z')::timestamptz) as spent
        from org_workspaces w where w.organisation_id = $1 order by w.created_at, w.id`,
      [organisationId, month],
    );
    return rows.map(({ id, name, budget, currency, spent }) => {
      const worth = (amountMinor: string): Money | null => currency && { amountMinor, currency };
      return { id, name, budget: budget === null ? null : worth(budget), spent: worth(spent) };
    });
  }

  private async invitations(organisationId: string): Promise<OrganisationView['invitations']> {
    const rows = await this.database.query<InvitationRow>(
      `select id, email, role, sent_at, expires_at from org_invitations
        where organisation_id = $1 and ended_at is null order by sent_at desc, id`,
      [organisationId],
    );
    return rows.map(({ id, email, role, sent_at: sent, expires_at: expires }) => {
      return { id, email, role, sentAt: sent.toISOString(), expiresAt: expires.toISOString() };
    });
  }
}
