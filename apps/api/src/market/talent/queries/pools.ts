import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { permittedWhere } from '@kernel/permitted';
import { abilityFor } from '@wire/permissions';
import type { findPools, PoolRow } from '@wire/talent';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type * as z from 'zod';
import { OrganisationName } from '../../../people/organisations';
import { may, poolColumns, ruled } from '../adapters/pool-rows';
import type { Pool } from '../domain/pool';

/** Every pool that the asking person may see, by name; with `providerId`, which of them hold whom. */
export class Pools extends Query<{ items: PoolRow[] }> {
  constructor(readonly filter: z.infer<typeof findPools>) {
    super();
  }
}

type Row = Pool & { readonly entries: number; readonly holds: boolean };

@QueryHandler(Pools)
export class PoolsHandler implements IQueryHandler<Pools> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ filter: { organisationId, providerId } }: Pools): Promise<{ items: PoolRow[] }> {
    const ability = abilityFor(this.context.actor);
    const mine = permittedWhere(ability, ['read', 'TalentPool'], ruled, 3);
    const rows = await this.database.query<Row>(
      `select ${poolColumns},
          (select count(*)::int from talent_pool_entries e where e.pool_id = p.id) as entries,
          exists (select from talent_pool_entries e
            where e.pool_id = p.id and e.provider_id = $2) as holds
        from talent_pools p where ($1::uuid is null or p.organisation_id = $1) and (${mine.sql})
        order by lower(p.name), p.id`,
      [organisationId ?? null, providerId ?? null, ...mine.values],
    );
    const names = await namesOf(this.queries, rows);
    return {
      items: rows.map((row) => ({
        ...viewOf(row, names),
        ...{ entries: row.entries, holds: row.holds, mayChange: may(ability, 'update', row) },
      })),
    };
  }
}

export async function namesOf(queries: QueryBus, pools: readonly Pick<Pool, 'organisationId'>[]) {
  const names = new Map<string, string>();
  for (const { organisationId } of pools)
    if (organisationId !== null && !names.has(organisationId))
      names.set(
        organisationId,
        (await queries.execute(new OrganisationName(organisationId))) ?? '',
      );
  return names;
}

export const viewOf = (
  { id, name, sharing, organisationId, workspaceId }: Pool,
  names: ReadonlyMap<string, string>,
) => ({
  ...{ id, name, sharing, workspaceId },
  organisation:
    organisationId === null ? null : { id: organisationId, name: names.get(organisationId) ?? '' },
});
