import { Database } from '@kernel/database';
import type { OrgSso } from '@wire/org-desk';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { domainsOf, viewOf } from '../adapters/domain-rows';
import { issuerOf } from '../adapters/issuer-rows';

/** What the console knows of the single sign-on of an organisation. */
export class SsoStateOf extends Query<OrgSso> {
  constructor(readonly organisationId: string) {
    super();
  }
}

@QueryHandler(SsoStateOf)
export class SsoStateOfHandler implements IQueryHandler<SsoStateOf> {
  constructor(private readonly database: Database) {}

  async execute({ organisationId }: SsoStateOf): Promise<OrgSso> {
    const issuer = await issuerOf(this.database, organisationId);
    const domains = await domainsOf(this.database, organisationId);
    return {
      state: issuer?.state ?? 'off',
      protocol: issuer?.protocol ?? null,
      issuer: issuer?.issuer ?? null,
      lastUsedAt: issuer?.last_used_at?.toISOString() ?? null,
      domains: domains.map((domain) => {
        const { record: _, ...view } = viewOf(domain);
        return view;
      }),
    };
  }
}
