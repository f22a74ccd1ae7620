import { CONFIG, type Config } from '../../../config';
import { Database } from '@kernel/database';
import type { SsoPage as View, SsoRules } from '@wire/sso';
import { Inject } from '@nestjs/common';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { MustGovern } from '../../organisations';
import { domainsOf, viewOf } from '../adapters/domain-rows';
import { seen } from '../adapters/certificates';
import { issuerOf, type IssuerRow } from '../adapters/issuer-rows';
import { serviceProviderOf } from '../domain/service-provider';

/** What whoever runs an organisation sees of its single sign-on; its secret is not part of it. */
export class SsoPage extends Query<View> {
  constructor(readonly organisationId: string) {
    super();
  }
}

const none: SsoRules = { state: 'off', joins: false, defaultRole: 'member', trustsFactor: false };

const issuerShown = (row: IssuerRow): View['issuer'] => ({
  protocol: row.protocol,
  issuer: row.issuer,
  clientId: row.client_id,
  ssoUrl: row.sso_url,
  certificates: row.certificates.map(seen),
  unasked: row.unasked,
  savedAt: row.saved_at.toISOString(),
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
});

@QueryHandler(SsoPage)
export class SsoPageHandler implements IQueryHandler<SsoPage> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute({ organisationId }: SsoPage): Promise<View> {
    await this.queries.execute(new MustGovern(organisationId, 'directory'));
    const domains = await domainsOf(this.database, organisationId);
    const row = await issuerOf(this.database, organisationId);
    const root = this.config.PUBLIC_URL.replace(/\/$/, '');
    return {
      domains: domains.map(viewOf),
      redirectUri: `${root}/login/sso/${organisationId}`,
      serviceProvider: serviceProviderOf(root, organisationId),
      issuer: row && issuerShown(row),
      rules: row
        ? {
            state: row.state,
            joins: row.joins,
            defaultRole: row.default_role,
            trustsFactor: row.trusts_factor,
          }
        : none,
    };
  }
}
