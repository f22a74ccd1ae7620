import type { Sql } from '@eventstore/record';
import { Clock } from '@kernel/clock';
import { Database } from '@kernel/database';
import { about, Facts, type Told } from '@kernel/facts';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DnsRecords } from '../adapters/dns-records';
import { provedDomain, type ProvedDomain } from '../adapters/domain-rows';
import { afterLook, recordOf, stands } from '../domain/domains';

/**
 * Looks a proved domain up once more. Its record gone for a week, the domain is the organisation's no
 * more: whoever has it now may prove it, and nobody comes in by an address of it.
 */
export class LookAgain extends Command<void> {
  constructor(readonly domainId: string) {
    super();
  }
}

@CommandHandler(LookAgain)
export class LookAgainHandler implements ICommandHandler<LookAgain> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly dns: DnsRecords,
  ) {}

  /** Rejects sso.dns_gone: a resolver that is away says nothing of a record, and is asked again. */
  async execute({ domainId }: LookAgain): Promise<void> {
    const domain = await provedDomain(this.database, domainId);
    if (!domain) return;
    const record = recordOf(domain.name, domain.token);
    const isThere = stands(await this.dns.textsOf(record.name), record.value);
    await this.facts.commit(async (_, sql) => {
      const now = this.clock.now();
      const next = afterLook(domain.missing_since, isThere, now);
      await sql.query(
        `update org_domains set looked_at = $2, missing_since = $3,
            verified_at = case when $4 then null else verified_at end where id = $1`,
        [domainId, now.toISOString(), next.missingSince?.toISOString() ?? null, next.isLost],
      );
      if (next.isLost) return { told: [await this.lose(sql, domain)] };
      if (!next.isNew) return { told: [] };
      const { organisation_id: organisationId } = domain;
      const { endsAt } = next;
      const fact = { organisationId, domainId, endsAt: endsAt.toISOString() };
      return { told: [about('organisation', organisationId, 'DomainMissing', fact)] };
    });
  }

  /** With the last domain goes the single sign-on itself: there is nobody left whom it is for. */
  private async lose(sql: Sql, { id: domainId, ...domain }: ProvedDomain): Promise<Told> {
    const { organisation_id: organisationId } = domain;
    const rows = await sql.query(
      `update org_issuers set state = 'off' where organisation_id = $1 and state <> 'off'
        and not exists (select from org_domains d where d.organisation_id = $1
          and d.verified_at is not null) returning 1`,
      [organisationId],
    );
    const fact = { organisationId, domainId, ssoOff: rows.length > 0 };
    return about('organisation', organisationId, 'DomainLost', fact);
  }
}
