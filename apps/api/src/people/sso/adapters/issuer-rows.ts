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
