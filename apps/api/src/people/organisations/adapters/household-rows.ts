import type { Sql } from '@eventstore/record';
import { reject } from '@kernel/reject';
import { isOrgRole, powersOfRole, type Power } from '@wire/permissions';
import type { Household, Member, Placing } from '../domain/members';

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

/** Members `m` with the powers of a role of the organisation's own, null for the usual ones. */
export const membersWithRoles = `org_members m left join org_roles r
  on r.organisation_id = m.organisation_id and r.id::text = m.role`;

interface Placed {
  readonly accountId: string;
  readonly role: string;
  readonly powers: readonly Power[] | null;
}

export const powersFor = (role: string, own: readonly Power[] | null): readonly Power[] =>
  isOrgRole(role) ? powersOfRole[role] : (own ?? []);

const memberIn = ({ accountId, role, powers }: Placed): Member => ({
  ...{ accountId, role },
  powers: powersFor(role, powers),
});

export async function membersOf(sql: Sql, organisationId: string): Promise<Member[]> {
  const rows = await sql.query<Placed>(
    `select m.account_id as "accountId", m.role, r.powers from ${membersWithRoles}
      where m.organisation_id = $1 order by m.joined_at, m.account_id`,
    [organisationId],
  );
  return rows.map(memberIn);
}

/** To everybody outside an organisation is not there. */
export async function memberAt(
  sql: Sql,
  organisationId: string,
  accountId: string,
): Promise<Member> {
  const [row] = await sql.query<Placed>(
    `select m.account_id as "accountId", m.role, r.powers from ${membersWithRoles}
      where m.organisation_id = $1 and m.account_id::text = $2`,
    [organisationId, accountId],
  );
  return row ? memberIn(row) : reject('organisations.not_found');
}

export async function isRoleOf(sql: Sql, organisationId: string, role: string): Promise<boolean> {
  if (isOrgRole(role)) return true;
  const rows = await sql.query(
    'select 1 from org_roles where organisation_id = $1 and id::text = $2',
    [organisationId, role],
  );
  return rows.length > 0;
}

/** A role as it is given to somebody. Rejects organisations.no_such_role, for those of others too. */
export async function roleAt(sql: Sql, organisationId: string, role: string): Promise<Placing> {
  if (isOrgRole(role)) return { role, powers: powersOfRole[role] };
  const [row] = await sql.query<{ powers: Power[] }>(
    'select powers from org_roles where organisation_id = $1 and id::text = $2',
    [organisationId, role],
  );
  return row ? { role, powers: row.powers } : reject('organisations.no_such_role');
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
