import type { Sql } from '@eventstore/record';
import { beginningOf, hashOfKey } from '@kernel/api-key';
import { reject } from '@kernel/reject';
import type { ApiKey, KeyState } from '@wire/api-keys';

export interface KeyRow {
  readonly id: string;
  readonly account_id: string;
  readonly service_id: string | null;
  readonly service_name: string | null;
  readonly name: string;
  readonly beginning: string;
  readonly hash: Buffer;
  readonly scopes: string[];
  readonly networks: string[];
  readonly created_at: Date;
  readonly expires_at: Date | null;
  readonly rotated_to: string | null;
  readonly last_used_at: Date | null;
  readonly last_address: string | null;
  readonly state: KeyState;
}

/** What a key is now, in the words of the wire. */
export const stateOfKey = `case when k.revoked_at is not null then 'revoked'
  when k.expires_at <= now() then 'expired' else 'active' end`;

export const keyColumns = `k.*, s.name as service_name, ${stateOfKey} as state`;
export const keyTables = 'api_keys k left join service_accounts s on s.id = k.service_id';

export function viewOf(row: KeyRow): ApiKey {
  const { id, name, beginning, scopes, networks, state } = row;
  const service = row.service_id ? { id: row.service_id, name: row.service_name ?? '' } : null;
  return {
    ...{ id, name, beginning, scopes, networks, state, service },
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    lastAddress: row.last_address,
    rotated: row.rotated_to !== null,
  };
}

/** Locked for the change that follows. Rejects api_keys.not_found. */
export async function keyOf(sql: Sql, id: string, accountId: string | null): Promise<KeyRow> {
  const [row] = await sql.query<KeyRow>(
    `select k.*, null as service_name, ${stateOfKey} as state from api_keys k
      where k.id = $1 and ($2::uuid is null or k.account_id = $2) for update`,
    [id, accountId],
  );
  return row ?? reject('api_keys.not_found');
}

export interface KeptKey {
  readonly id: string;
  readonly accountId: string;
  readonly serviceId: string | null;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly networks: readonly string[];
  readonly expiresAt: Date | null;
}

/** The key itself is nowhere: its hash, and the signs that it is known by. */
export async function keepKey(sql: Sql, secret: string, key: KeptKey): Promise<void> {
  const { id, accountId, serviceId, name, scopes, networks, expiresAt } = key;
  await sql.query(
    `insert into api_keys (id, account_id, service_id, name, beginning, hash, scopes, networks,
        created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, now(), $9)`,
    [
      ...[id, accountId, serviceId, name, beginningOf(secret), hashOfKey(secret)],
      ...[scopes, networks, expiresAt?.toISOString() ?? null],
    ],
  );
}
