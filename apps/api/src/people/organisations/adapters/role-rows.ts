import type { Sql } from '@eventstore/record';
import type { OwnRole } from '@wire/organisations';

/** The roles of an organisation's own, with how many people each of them touches. */
export const rolesOf = (sql: Sql, organisationId: string): Promise<OwnRole[]> =>
  sql.query<OwnRole>(
    `select r.id, r.name, r.powers,
        (select count(*)::int from org_members m
          where m.organisation_id = r.organisation_id and m.role = r.id::text)
        + (select count(*)::int from org_invitations i where i.organisation_id = r.organisation_id
          and i.role = r.id::text and i.ended_at is null and i.expires_at > now()) as people
      from org_roles r where r.organisation_id = $1 order by lower(r.name)`,
    [organisationId],
  );

export async function holdersOf(sql: Sql, organisationId: string, role: string): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    'select account_id as id from org_members where organisation_id = $1 and role = $2',
    [organisationId, role],
  );
  return rows.map(({ id }) => id);
}

/** Whoever has the role, is asked to come with it or is bound by a limit for it has the other one now. */
export async function replaceRole(
  sql: Sql,
  organisationId: string,
  role: string,
  replacement: string,
): Promise<void> {
  for (const table of ['org_members', 'org_invitations', 'org_limits'])
    await sql.query(`update ${table} set role = $3 where organisation_id = $1 and role = $2`, [
      ...[organisationId, role, replacement],
    ]);
}
