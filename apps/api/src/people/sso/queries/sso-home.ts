import { Database } from '@kernel/database';
import type { Home } from '@wire/sso';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { domainsOf, ownerOf } from '../adapters/domain-rows';
import { issuerOf } from '../adapters/issuer-rows';

/** Do people with an address of this domain log in at their organisation? Says nothing of whose it is. */
export class SsoHome extends Query<Home> {
  constructor(readonly domain: string) {
    super();
  }
}

/** The domains that an organisation proved to be its own. */
export class VerifiedDomains extends Query<readonly string[]> {
  constructor(readonly organisationId: string) {
    super();
  }
}

@QueryHandler(SsoHome)
export class SsoHomeHandler implements IQueryHandler<SsoHome> {
  constructor(private readonly database: Database) {}

  async execute({ domain }: SsoHome): Promise<Home> {
    const owner = await ownerOf(this.database, domain);
    const issuer = owner === null ? null : await issuerOf(this.database, owner);
    const { state = 'off' } = issuer ?? {};
    return { sso: state !== 'off', enforced: state === 'enforced' };
  }
}

@QueryHandler(VerifiedDomains)
export class VerifiedDomainsHandler implements IQueryHandler<VerifiedDomains> {
  constructor(private readonly database: Database) {}

  async execute({ organisationId }: VerifiedDomains): Promise<readonly string[]> {
    const rows = await domainsOf(this.database, organisationId);
    return rows.filter((one) => one.verified_at !== null).map(({ name }) => name);
  }
}
