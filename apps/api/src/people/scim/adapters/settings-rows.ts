import type { Sql } from '@eventstore/record';
import type { GivenRole } from '@wire/sso';

/** What somebody becomes whom the directory brings. */
export async function defaultRoleOf(sql: Sql, organisationId: string): Promise<GivenRole> {
  const [row] = await sql.query<{ role: GivenRole }>(
    'select default_role as role from scim_settings where organisation_id = $1',
    [organisationId],
  );
  return row?.role ?? 'member';
}
