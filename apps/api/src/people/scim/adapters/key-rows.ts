import type { Sql } from '@eventstore/record';
import { beginningOf, hashOfKey } from '@kernel/api-key';
import { reject } from '@kernel/reject';
import type { ScimKey } from '@wire/scim';

export interface KeyRow {
  readonly id: string;
  readonly beginning: string;
  readonly hash: Buffer;
  readonly created_at: Date;
  readonly expires_at: Date | null;
  readonly rotated_to: string | null;
  readonly last_used_at: Date | null;
  readonly last_address: string | null;
  readonly state: ScimKey['state'];
}

const state = `case when revoked_at is not null then 'revoked'
  when expires_at <= now() then 'expired' else 'active' end as state`;

export const keysOf = (sql: Sql, organisationId: string): Promise<KeyRow[]> =>
  sql.query<KeyRow>(
    `select *, ${state} from scim_keys where organisation_id = $1 order by id desc limit 20`,
    [organisationId],
  );

/** Locked for the change that follows. Rejects scim.no_such_key and scim.key_ended. */
export async function keyAt(sql: Sql, organisationId: string, keyId: string): Promise<KeyRow> {
  const [row] = await sql.query<KeyRow>(
    `select *, ${state} from scim_keys where organisation_id = $1 and id = $2 for update`,
    [organisationId, keyId],
  );
  if (!row) return reject('scim.no_such_key');
  return row.state === 'active' ? row : reject('scim.key_ended');
}

export interface NewKey {
  readonly id: string;
  readonly organisationId: string;
  readonly by: string;
  readonly expiresAt: Date | null;
}

/** The key itself is nowhere: its hash, and the signs that it is known by. */
export async function keepKey(sql: Sql, secret: string, key: NewKey): Promise<void> {
  const { id, organisationId, by, expiresAt } = key;
  await sql.query(
    `insert into scim_keys (id, organisation_id, created_by, beginning, hash, created_at, expires_at)
      values ($1, $2, $3, $4, $5, now(), $6)`,
    [
      ...[id, organisationId, by, beginningOf(secret), hashOfKey(secret)],
      expiresAt?.toISOString() ?? null,
    ],
  );
}

export function viewOf(row: KeyRow): ScimKey {
  const { id, beginning, state } = row;
  return {
    ...{ id, beginning, state },
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    lastAddress: row.last_address,
    rotated: row.rotated_to !== null,
  };
}
