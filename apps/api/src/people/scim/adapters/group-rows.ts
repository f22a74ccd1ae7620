import type { Sql } from '@eventstore/record';
import { reject } from '@kernel/reject';
import type { Group, KeptGroup } from '../domain/groups';

export interface GroupRow {
  readonly id: string;
  readonly display_name: string;
  readonly external_id: string | null;
  readonly role: string | null;
  readonly created_at: Date | string;
  readonly changed_at: Date | string;
  readonly version: number;
  readonly members: KeptGroup['members'];
}

const columns = `g.*, (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name',
      coalesce(u.display_name, u.user_name)) order by u.id), '[]')
    from scim_group_members m join scim_users u on u.id = m.user_id
    where m.group_id = g.id) as members`;

export const groupsOf = (sql: Sql, organisationId: string): Promise<GroupRow[]> =>
  sql.query<GroupRow>(
    `select ${columns} from scim_groups g where organisation_id = $1 order by display_name, id`,
    [organisationId],
  );

/** Locked for the change that follows. Rejects scim.not_found, for those of others too. */
export async function groupAt(sql: Sql, organisationId: string, id: string): Promise<GroupRow> {
  const [row] = await sql.query<GroupRow>(
    `select ${columns} from scim_groups g where organisation_id = $1 and id::text = $2 for update`,
    [organisationId, id],
  );
  return row ?? reject('scim.not_found');
}

interface Named {
  readonly id: string;
  readonly organisationId: string;
  readonly displayName: string;
  readonly externalId: string | null;
}

export async function keepGroup(sql: Sql, group: Named): Promise<void> {
  const { id, organisationId, displayName, externalId } = group;
  const [taken] = await sql.query(
    `select 1 from scim_groups
      where organisation_id = $1 and lower(display_name) = lower($2) and id <> $3`,
    [organisationId, displayName, id],
  );
  if (taken) reject('scim.not_unique');
  await sql.query(
    `insert into scim_groups (id, organisation_id, display_name, external_id, created_at, changed_at)
      values ($1, $2, $3, $4, now(), now())
      on conflict (id) do update set display_name = excluded.display_name,
        external_id = excluded.external_id, changed_at = now(), version = scim_groups.version + 1`,
    [id, organisationId, displayName, externalId],
  );
}

/** Exactly these from now on; whoever came or went. Rejects scim.invalid_value for strangers. */
export async function placeIn(
  sql: Sql,
  { id, organisationId, members }: Pick<Group, 'members'> & { id: string; organisationId: string },
): Promise<string[]> {
  const known = await sql.query<{ id: string }>(
    'select id from scim_users where organisation_id = $1 and id = any($2::uuid[])',
    [organisationId, [...members]],
  );
  if (known.length !== members.length) reject('scim.invalid_value', { attribute: 'members' });
  const gone = await sql.query<{ id: string }>(
    `delete from scim_group_members where group_id = $1 and not user_id = any($2::uuid[])
      returning user_id as id`,
    [id, [...members]],
  );
  const come = await sql.query<{ id: string }>(
    `insert into scim_group_members (group_id, user_id) select $1, unnest($2::uuid[])
      on conflict do nothing returning user_id as id`,
    [id, [...members]],
  );
  return [...gone, ...come].map((one) => one.id);
}

const instant = (at: Date | string): string => new Date(at).toISOString();

export const keptOf = (row: GroupRow): KeptGroup => ({
  id: row.id,
  displayName: row.display_name,
  externalId: row.external_id,
  members: row.members,
  createdAt: instant(row.created_at),
  changedAt: instant(row.changed_at),
  version: row.version,
});
