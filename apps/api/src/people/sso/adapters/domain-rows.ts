import type { Sql } from '@eventstore/record';
import { reject } from '@kernel/reject';
import type { OrgDomain } from '@wire/sso';
import { recordOf } from '../domain/domains';

export interface DomainRow {
  readonly id: string;
  readonly name: string;
  readonly token: string;
  readonly claimed_at: Date;
  readonly verified_at: Date | null;
  readonly looked_at: Date | null;
  readonly missing_since: Date | null;
}

const columns = 'id, name, token, claimed_at, verified_at, looked_at, missing_since';

export const domainsOf = (sql: Sql, organisationId: string): Promise<DomainRow[]> =>
  sql.query<DomainRow>(
    `select ${columns} from org_domains where organisation_id = $1 order by name`,
    [organisationId],
  );

/** Rejects sso.no_such_domain, for those of others too. */
export async function domainAt(
  sql: Sql,
  organisationId: string,
  domainId: string,
): Promise<DomainRow> {
  const [row] = await sql.query<DomainRow>(
    `select ${columns} from org_domains where organisation_id = $1 and id = $2`,
    [organisationId, domainId],
  );
  return row ?? reject('sso.no_such_domain');
}

export type ProvedDomain = DomainRow & { readonly organisation_id: string };

/** Null when it is no longer proved. */
export async function provedDomain(sql: Sql, domainId: string): Promise<ProvedDomain | null> {
  const [row] = await sql.query<ProvedDomain>(
    `select ${columns}, organisation_id from org_domains
      where id = $1 and verified_at is not null`,
    [domainId],
  );
  return row ?? null;
}

/** The organisation that proved a domain to be its own. */
export async function ownerOf(sql: Sql, name: string): Promise<string | null> {
  const [row] = await sql.query<{ organisation_id: string }>(
    'select organisation_id from org_domains where name = $1 and verified_at is not null',
    [name],
  );
  return row?.organisation_id ?? null;
}

export const viewOf = ({ id, name, token, ...row }: DomainRow): OrgDomain => ({
  id,
  name,
  claimedAt: row.claimed_at.toISOString(),
  verifiedAt: row.verified_at?.toISOString() ?? null,
  lookedAt: row.looked_at?.toISOString() ?? null,
  missingSince: row.missing_since?.toISOString() ?? null,
  record: recordOf(name, token),
});
