import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import type { Money } from '@money';
import type { findTrail, Trail } from '@wire/organisations';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { isOrgRole } from '@wire/permissions';
import { NamesOf } from '../../profiles';
import { memberAt } from '../adapters/household-rows';
import { rolesOf } from '../adapters/role-rows';
import { may } from '../domain/members';

/** Who did what in an organisation, out of the record itself, newest first; for staff when `asStaff`. */
export class TrailOf extends Query<Trail> {
  constructor(
    readonly organisationId: string,
    readonly filter: z.infer<typeof findTrail>,
    readonly asStaff = false,
  ) {
    super();
  }
}

interface Row {
  readonly id: string;
  readonly version: string;
  readonly type: string;
  readonly raw: string;
}

interface Told {
  readonly by?: string;
  readonly from?: string;
  readonly to?: string;
  readonly accountId?: string;
  readonly requesterId?: string;
  readonly role?: string;
  readonly roleId?: string;
  readonly amount?: Money;
}

interface Recorded {
  readonly data: Told;
  readonly metadata: { readonly at: string; readonly actor: { readonly via?: string } };
}

@QueryHandler(TrailOf)
export class TrailOfHandler implements IQueryHandler<TrailOf> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ organisationId, filter, asStaff }: TrailOf): Promise<Trail> {
    const { after, limit } = filter;
    if (!asStaff)
      may(await memberAt(this.database, organisationId, this.context.actor.id), 'trail');
    const [before] = keysAfter(after, z.tuple([z.string()])) ?? [null];
    const rows = await this.database.query<Row>(
      `select e.id, e.version::text, e.type, e.raw from record.events e
        where e.stream = $1 and ($2::bigint is null or e.version < $2)
        order by e.version desc limit $3`,
      [`organisation-${organisationId}`, before, limit + 1],
      'organisations.trail',
    );
    const page = pageOf(rows, limit, ({ version }) => [version]);
    const roles = new Map(
      (await rolesOf(this.database, organisationId)).map(({ id, name }) => [id, name]),
    );
    return { items: await this.views(page.items, roles), next: page.next };
  }

  private async views(
    rows: readonly Row[],
    roles: ReadonlyMap<string, string>,
  ): Promise<Trail['items']> {
    const told = rows.map(({ raw, ...row }) => ({ ...row, ...partsOf(raw) }));
    const ids = told.flatMap(({ by, whom }) => [by, whom].filter((one) => one !== undefined));
    const people = await this.queries.execute(new NamesOf(new Set(ids)));
    const named = (of: string | undefined) => (of ? (people.get(of) ?? null) : null);
    return told.map(({ id, type, at, by, whom, role, amount, byDirectory }) => ({
      ...{ id, what: type, at, amount: amount ?? null, byDirectory },
      role: role === undefined || isOrgRole(role) ? (role ?? null) : (roles.get(role) ?? null),
      by: named(by),
      whom: named(whom),
    }));
  }
}

function partsOf(raw: string) {
  const { data, metadata } = JSON.parse(raw) as Recorded;
  const byDirectory = metadata.actor.via?.startsWith('scim:') ?? false;
  const { by = data.from ?? data.requesterId ?? data.accountId, accountId, to } = data;
  const role = data.role ?? data.roleId;
  return { at: metadata.at, by, whom: to ?? accountId, role, amount: data.amount, byDirectory };
}
