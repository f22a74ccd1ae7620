import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import type { MyOrganisations as Mine } from '@wire/organisations';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Power } from '@wire/permissions';
import { membersWithRoles, powersFor } from '../adapters/household-rows';
import { ActingFor } from './acting-for';

/** Where the asking person is a member, and for whom they act. */
export class MyOrganisations extends Query<Mine> {}

/** Whether the step that is next asks for this member, by what their role `r` lets them do. */
export const isAsked = `s.state = 'open' and s.requester_id <> m.account_id
  and (m.role = 'owner' or m.role = s.chain[jsonb_array_length(s.decisions) + 1]
    or 'agree' = any(r.powers) and s.chain[jsonb_array_length(s.decisions) + 1] = 'finance')
  and not s.decisions @> jsonb_build_array(jsonb_build_object('by', m.account_id::text))`;

type Row = Omit<Mine['items'][number], 'powers'> & { readonly powers: readonly Power[] | null };

@QueryHandler(MyOrganisations)
export class MyOrganisationsHandler implements IQueryHandler<MyOrganisations> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute(): Promise<Mine> {
    const items = await this.database.query<Row>(
      `select o.id, o.name, m.role, r.powers, o.needs_purchase_order as "needsPurchaseOrder",
          o.needs_cost_centre as "needsCostCentre",
          (select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'name', w.name)
              order by w.created_at, w.id), '[]') from org_workspaces w
            where w.organisation_id = o.id
              and (m.workspace_id is null or m.workspace_id = w.id)) as workspaces,
          (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'label', f.label,
              'kind', f.kind, 'options', f.options, 'required', f.required, 'asked', f.asked,
              'archived', f.archived) order by f.place), '[]') from org_fields f
            where f.organisation_id = o.id) as fields,
          (select count(*)::int from org_spendings s
            where s.organisation_id = o.id and ${isAsked}) as waiting
        from ${membersWithRoles} join organisations o on o.id = m.organisation_id
        where m.account_id = $1 order by o.name, o.id`,
      [this.context.actor.id],
      'organisations.mine',
    );
    return {
      acting: await this.queries.execute(new ActingFor()),
      items: items.map((one) => ({ ...one, powers: [...powersFor(one.role, one.powers)] })),
    };
  }
}
