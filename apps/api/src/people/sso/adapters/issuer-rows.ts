import type { Sql } from '@eventstore/record';
import type { GivenRole, SsoProtocol, SsoState } from '@wire/sso';

export interface IssuerRow {
  readonly organisation_id: string;
  readonly connection_id: string;
  readonly protocol: SsoProtocol;
  readonly issuer: string;
  readonly client_id: string | null;
  /** Sealed under the name of the organisation. */
  readonly client_secret: string | null;
  /** Of SAML: where people are sent, whose keys sign, and whether people may begin there. */
  readonly sso_url: string | null;
  readonly certificates: readonly string[];
  readonly unasked: boolean;
  readonly state: SsoState;
  readonly joins: boolean;
  readonly default_role: GivenRole;
  readonly trusts_factor: boolean;
  readonly saved_at: Date;
  readonly last_used_at: Date | null;
}

export async function issuerOf(sql: Sql, organisationId: string): Promise<IssuerRow | null> {
  const [row] = await sql.query<IssuerRow>('select * from org_issuers where organisation_id = $1', [
    organisationId,
  ]);
  return row ?? null;
}

export async function issuerAt(sql: Sql, connectionId: string): Promise<IssuerRow | null> {
  const [row] = await sql.query<IssuerRow>('select * from org_issuers where connection_id = $1', [
    connectionId,
  ]);
  return row ?? null;
}

const columns = [
  ...['organisation_id', 'connection_id', 'protocol', 'issuer', 'client_id', 'client_secret'],
  ...['sso_url', 'certificates', 'unasked'],
];
const same = 'org_issuers.connection_id = excluded.connection_id';
const save = `insert into org_issuers
    (${columns.join(', ')}, state, joins, default_role, trusts_factor, saved_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'off', false, 'member', false, now())
  on conflict (organisation_id) do update set saved_at = now(),
    ${columns.map((name) => `${name} = excluded.${name}`).join(', ')},
    state = case when ${same} then org_issuers.state else 'off' end,
    last_used_at = case when ${same} then org_issuers.last_used_at end`;

export interface KeptIssuer {
  readonly connectionId: string;
  readonly protocol: SsoProtocol;
  readonly issuer: string;
  readonly clientId?: string;
  /** Sealed. */
  readonly clientSecret?: string;
  readonly ssoUrl?: string;
  readonly certificates?: readonly string[];
  readonly unasked?: boolean;
}

/** Another issuer begins switched off: nobody has come by it yet. The same one stays as it is. */
export async function keepIssuer(
  sql: Sql,
  organisationId: string,
  { connectionId, protocol, issuer, certificates = [], unasked = false, ...of }: KeptIssuer,
): Promise<void> {
  const oidc = [of.clientId ?? null, of.clientSecret ?? null];
  const saml = [of.ssoUrl ?? null, certificates, unasked];
  await sql.query(save, [organisationId, connectionId, protocol, issuer, ...oidc, ...saml]);
}
