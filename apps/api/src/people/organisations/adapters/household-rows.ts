import type { Sql } from '@eventstore/record';
import { reject } from '@kernel/reject';
import type { OrgRole } from '@wire/permissions';
import type { Household, Member } from '../domain/members';

interface Row {
  readonly seats: number;
  readonly invited: number;
}

/** Held until the transaction ends: two who take the last seat follow each other. */
export async function householdOf(sql: Sql, organisationId: string): Promise<Household> {
  const [row] = await sql.query<Row>(
    `select o.seats, (select count(*)::int from org_invitations i where i.organisation_id = o.id
        and i.ended_at is null and i.expires_at > now()) as invited
      from organisations o where o.id = $1 for update`,
    [organisationId],
  );
  if (!row) return reject('organisations.not_found');
  return { ...row, members: await membersOf(sql, organisationId) };
}

export const membersOf = (sql: Sql, organisationId: string): Promise<Member[]> =>
  sql.query<Member>(
    `select account_id as "accountId", role from org_members where organisation_id = $1
      order by joined_at, account_id`,
    [organisationId],
  );

/** To everybody outside an organisation is not there. */
export async function roleIn(
  sql: Sql,
  organisationId: string,
  accountId: string,
): Promise<OrgRole> {
  const [row] = await sql.query<{ role: OrgRole }>(
    'select role from org_members where organisation_id = $1 and account_id::text = $2',
    [organisationId, accountId],
  );
  return row?.role ?? reject('organisations.not_found');
}

/** Rejects organisations.no_such_workspace; null stands for none. */
export async function isWorkspace(
  sql: Sql,
  organisationId: string,
  workspaceId: string | null,
): Promise<void> {
  if (workspaceId === null) return;
  const [row] = await sql.query(
    'select 1 from org_workspaces where id = $1 and organisation_id = $2',
    [workspaceId, organisationId],
  );
  if (!row) reject('organisations.no_such_workspace');
}
