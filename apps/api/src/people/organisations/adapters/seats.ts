import type { Sql } from '@eventstore/record';

export interface Seat {
  readonly organisationId: string;
  readonly accountId: string;
  readonly role: string;
  readonly workspaceId: string | null;
}

export interface Kept {
  readonly role: string;
  readonly workspaceId: string | null;
}

/** From now on they act for the organisation, until they choose otherwise. */
export async function seat(
  sql: Sql,
  { organisationId, accountId, role, workspaceId }: Seat,
): Promise<void> {
  await sql.query(
    `insert into org_members (organisation_id, account_id, role, workspace_id, joined_at)
      values ($1, $2, $3, $4, now())`,
    [organisationId, accountId, role, workspaceId],
  );
  await sql.query(
    `insert into org_acting (account_id, organisation_id, workspace_id)
      select $1, $2, coalesce($3::uuid, (select id from org_workspaces
        where organisation_id = $2 order by created_at, id limit 1))
      on conflict (account_id) do update
        set organisation_id = excluded.organisation_id, workspace_id = excluded.workspace_id`,
    [accountId, organisationId, workspaceId],
  );
}

export async function vacate(sql: Sql, organisationId: string, accountId: string): Promise<void> {
  const both = [organisationId, accountId];
  await sql.query('delete from org_members where organisation_id = $1 and account_id = $2', both);
  await sql.query('delete from org_acting where organisation_id = $1 and account_id = $2', both);
}

/** The seat that an invitation kept for this address; it is used up. */
export async function seatKeptFor(
  sql: Sql,
  { organisationId, accountId }: Pick<Seat, 'organisationId' | 'accountId'>,
  email: string,
): Promise<Kept | null> {
  const [row] = await sql.query<Kept>(
    `update org_invitations set ended_at = now(), accepted_by = $3
      where organisation_id = $1 and email = $2 and ended_at is null and expires_at > now()
      returning role, workspace_id as "workspaceId"`,
    [organisationId, email, accountId],
  );
  return row ?? null;
}
