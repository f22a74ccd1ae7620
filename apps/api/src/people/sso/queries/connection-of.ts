import { CONFIG, type Config } from '../../../config';
import { Database } from '@kernel/database';
import { SubjectKeys } from '@kernel/subject-keys';
import type { GivenRole } from '@wire/sso';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { domainsOf, ownerOf } from '../adapters/domain-rows';
import { issuerAt, issuerOf, type IssuerRow } from '../adapters/issuer-rows';
import { domainOf } from '../domain/domains';
import { serviceProviderOf, type ServiceProvider } from '../domain/service-provider';

interface Known {
  readonly connectionId: string;
  readonly organisationId: string;
  readonly issuer: string;
  /** Another one after every change of what the issuer is spoken to with. */
  readonly savedAt: number;
  readonly joins: boolean;
  readonly defaultRole: GivenRole;
  readonly trustsFactor: boolean;
  /** Those that are proved. */
  readonly domains: readonly string[];
}

interface OpenIdWay {
  readonly protocol: 'oidc';
  readonly clientId: string;
  readonly clientSecret: string;
}

interface SamlWay extends ServiceProvider {
  readonly protocol: 'saml';
  readonly ssoUrl: string;
  readonly certificates: readonly string[];
  readonly unasked: boolean;
}

/** An issuer that is switched on, with what is needed to speak to it. Never sent to a browser. */
export type Connection = Known & (OpenIdWay | SamlWay);

/** By whom people log in: of an organisation, of a connection, or of an address. Null for nobody. */
export class ConnectionOf extends Query<Connection | null> {
  constructor(
    readonly where:
      { readonly organisationId: string } | { connectionId: string } | { email: string },
  ) {
    super();
  }
}

@QueryHandler(ConnectionOf)
export class ConnectionOfHandler implements IQueryHandler<ConnectionOf> {
  constructor(
    private readonly database: Database,
    private readonly keys: SubjectKeys,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute({ where }: ConnectionOf): Promise<Connection | null> {
    const row = await this.find(where);
    if (!row || row.state === 'off') return null;
    const { organisation_id: organisationId } = row;
    const domains = await domainsOf(this.database, organisationId);
    return {
      connectionId: row.connection_id,
      organisationId,
      issuer: row.issuer,
      ...(await this.wayOf(row)),
      savedAt: row.saved_at.getTime(),
      joins: row.joins,
      defaultRole: row.default_role,
      trustsFactor: row.trusts_factor,
      domains: domains.filter((one) => one.verified_at !== null).map(({ name }) => name),
    };
  }

  private async wayOf(row: IssuerRow): Promise<OpenIdWay | SamlWay> {
    const { organisation_id: organisationId, certificates, unasked } = row;
    if (row.protocol === 'saml') {
      const us = serviceProviderOf(this.config.PUBLIC_URL, organisationId);
      return { protocol: 'saml', ssoUrl: row.sso_url ?? '', certificates, unasked, ...us };
    }
    const clientSecret = await this.keys.open(row.client_secret ?? '');
    return { protocol: 'oidc', clientId: row.client_id ?? '', clientSecret };
  }

  private async find(where: ConnectionOf['where']): Promise<IssuerRow | null> {
    if ('organisationId' in where) return issuerOf(this.database, where.organisationId);
    if ('connectionId' in where) return issuerAt(this.database, where.connectionId);
    const owner = await ownerOf(this.database, domainOf(where.email));
    return owner === null ? null : issuerOf(this.database, owner);
  }
}
