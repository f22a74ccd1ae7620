import type { Sql } from '@eventstore/record';
import { reject } from '@kernel/reject';
import type { KeptUser, User } from '../domain/users';

export interface UserRow {
  readonly id: string;
  readonly account_id: string | null;
  readonly user_name: string;
  readonly email: string;
  readonly external_id: string | null;
  readonly given_name: string | null;
  readonly family_name: string | null;
  readonly display_name: string | null;
  readonly active: boolean;
  readonly created_at: Date | string;
  readonly changed_at: Date | string;
  readonly version: number;
  readonly groups: KeptUser['groups'];
}

const columns = `u.*, (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.display_name)
    order by g.display_name), '[]') from scim_group_members m join scim_groups g on g.id = m.group_id
    where m.user_id = u.id) as groups`;

export const usersOf = (sql: Sql, organisationId: string): Promise<UserRow[]> =>
  sql.query<UserRow>(
    `select ${columns} from scim_users u where organisation_id = $1 order by created_at, id`,
    [organisationId],
  );

/** Locked for the change that follows. Rejects scim.not_found, for those of others too. */
export async function userAt(sql: Sql, organisationId: string, id: string): Promise<UserRow> {
  const [row] = await sql.query<UserRow>(
    `select ${columns} from scim_users u where organisation_id = $1 and id::text = $2 for update`,
    [organisationId, id],
  );
  return row ?? reject('scim.not_found');
}

/** Rejects scim.not_unique: names are the same in capitals and in small letters. */
export async function isFree(
  sql: Sql,
  organisationId: string,
  { userName, email, id = null }: Pick<User, 'userName' | 'email'> & { id?: string | null },
): Promise<void> {
  const [taken] = await sql.query(
    `select 1 from scim_users where organisation_id = $1
      and (lower(user_name) = lower($2) or email = $3) and id is distinct from $4::uuid`,
    [organisationId, userName, email, id],
  );
  if (taken) reject('scim.not_unique');
}

interface Kept extends User {
  readonly id: string;
  readonly organisationId: string;
  readonly accountId: string | null;
}

const valuesOf = (user: Kept) => [
  ...[user.id, user.organisationId, user.accountId, user.userName, user.email, user.externalId],
  ...[user.givenName, user.familyName, user.displayName, user.active],
];

export async function addUser(sql: Sql, user: Kept): Promise<void> {
  await sql.query(
    `insert into scim_users (id, organisation_id, account_id, user_name, email, external_id,
        given_name, family_name, display_name, active, created_at, changed_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now(), now())`,
    valuesOf(user),
  );
}

export async function changeUser(sql: Sql, user: Kept): Promise<void> {
  await sql.query(
    `update scim_users set account_id = $3, user_name = $4, email = $5, external_id = $6,
        given_name = $7, family_name = $8, display_name = $9, active = $10, changed_at = now(),
        version = version + 1
      where id = $1 and organisation_id = $2`,
    valuesOf(user),
  );
}

/** Inside a transaction times are text. */
const instant = (at: Date | string): string => new Date(at).toISOString();

export const keptOf = (row: UserRow): KeptUser => ({
  id: row.id,
  userName: row.user_name,
  email: row.email,
  externalId: row.external_id,
  givenName: row.given_name,
  familyName: row.family_name,
  displayName: row.display_name,
  active: row.active,
  createdAt: instant(row.created_at),
  changedAt: instant(row.changed_at),
  version: row.version,
  groups: row.groups,
});
