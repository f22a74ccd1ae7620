import type { Sql } from '@eventstore/record';
import { about, type Told } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { randomUUIDv7 } from 'node:crypto';
import { invite, type Household } from '../domain/members';

export interface Invited {
  readonly organisationId: string;
  readonly email: string;
  readonly role: string;
  readonly workspaceId: string | null;
  readonly by: string;
}

/** Holds a seat for seven days; a mail follows. Rejects organisations.already_invited and no_seat. */
export async function openInvitation(
  sql: Sql,
  household: Household,
  { organisationId, email, role, workspaceId, by }: Invited,
): Promise<{ id: string; told: Told }> {
  await isNew(sql, organisationId, email);
  invite(household);
  const id = randomUUIDv7();
  await sql.query(
    `insert into org_invitations (id, organisation_id, email, role, workspace_id, invited_by,
        sent_at, expires_at) values ($1, $2, $3, $4, $5, $6, now(), now() + interval '7 days')`,
    [id, organisationId, email, role, workspaceId, by],
  );
  const fact = { organisationId, invitationId: id, role, by };
  return { id, told: about('organisation', organisationId, 'MemberInvited', fact) };
}

/** An invitation that ran out stands in nobody's way. */
async function isNew(sql: Sql, organisationId: string, email: string): Promise<void> {
  await sql.query(
    `update org_invitations set ended_at = now()
      where organisation_id = $1 and email = $2 and ended_at is null and expires_at <= now()`,
    [organisationId, email],
  );
  const [known] = await sql.query(
    `select 1 from org_invitations
      where organisation_id = $1 and email = $2 and ended_at is null`,
    [organisationId, email],
  );
  if (known) reject('organisations.already_invited');
}
