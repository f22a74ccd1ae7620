import type { Sql } from '@eventstore/record';
import { reject } from '@kernel/reject';
import type { Action, AppAbility } from '@wire/permissions';
import type { Pool } from '../domain/pool';

/** What the rules of the policy name, and the columns that have it. */
export const ruled = {
  ownerId: 'p.owner_id',
  orgId: 'p.organisation_id',
  workspaceId: 'p.workspace_id',
  sharing: 'p.sharing',
};

export const poolColumns = `p.id, p.name, p.owner_id as "ownerId",
  p.organisation_id as "organisationId", p.workspace_id as "workspaceId", p.sharing`;

export const may = (
  ability: AppAbility,
  action: Action,
  { ownerId, organisationId: orgId, workspaceId, sharing }: Omit<Pool, 'id' | 'name'>,
): boolean => ability.can(action, { kind: 'TalentPool', ownerId, orgId, workspaceId, sharing });

/** Rejects talent.not_found where the pool is not to be seen, talent.not_yours where it is only that. */
export async function poolFor(
  sql: Sql,
  [ability, action]: readonly [AppAbility, Action],
  poolId: string,
): Promise<Pool> {
  const lock = action === 'read' ? '' : 'for update';
  const [pool] = await sql.query<Pool>(
    `select ${poolColumns} from talent_pools p where p.id = $1 ${lock}`,
    [poolId],
  );
  if (!pool || !may(ability, 'read', pool)) return reject('talent.not_found');
  return may(ability, action, pool) ? pool : reject('talent.not_yours');
}

export interface Entry {
  readonly providerId: string;
  readonly note: string;
  readonly tags: string[];
  readonly addedAt: Date;
}

export const entriesOf = (sql: Sql, poolId: string): Promise<Entry[]> =>
  sql.query<Entry>(
    `select provider_id as "providerId", note, tags, added_at as "addedAt"
      from talent_pool_entries where pool_id = $1 order by added_at desc, provider_id`,
    [poolId],
  );

export async function countOthers(sql: Sql, poolId: string, providerId: string): Promise<number> {
  const [row] = await sql.query<{ count: number }>(
    `select count(*)::int as count from talent_pool_entries
      where pool_id = $1 and provider_id <> $2`,
    [poolId, providerId],
  );
  return row?.count ?? 0;
}
