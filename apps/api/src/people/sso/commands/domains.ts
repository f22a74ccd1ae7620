import { StepUp } from '../../accounts';
import { Database } from '@kernel/database';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { randomBytes, randomUUIDv7 } from 'node:crypto';
import { MustGovern } from '../../organisations';
import { DnsRecords } from '../adapters/dns-records';
import { domainAt, domainsOf, ownerOf } from '../adapters/domain-rows';
import { claimable, recordOf, stands } from '../domain/domains';

const mostDomains = 20;

/** The organisation says that a domain is its own; it counts once the DNS says so too. */
export class ClaimDomain extends Command<{ id: string }> {
  constructor(
    readonly organisationId: string,
    readonly name: string,
  ) {
    super();
  }
}

/** Looks into the DNS. Of two organisations with the record the first to look has the domain. */
export class CheckDomain extends Command<void> {
  constructor(
    readonly organisationId: string,
    readonly domainId: string,
  ) {
    super();
  }
}

export class ReleaseDomain extends Command<void> {
  constructor(
    readonly organisationId: string,
    readonly domainId: string,
  ) {
    super();
  }
}

@CommandHandler(ClaimDomain)
export class ClaimDomainHandler implements ICommandHandler<ClaimDomain> {
  constructor(
    private readonly facts: Facts,
    private readonly queries: QueryBus,
  ) {}

  async execute({ organisationId, name }: ClaimDomain): Promise<{ id: string }> {
    const by = await this.queries.execute(new MustGovern(organisationId, 'directory'));
    claimable(name);
    const id = randomUUIDv7();
    return this.facts.commit(async (_, sql) => {
      const known = await domainsOf(sql, organisationId);
      if (known.some((one) => one.name === name)) reject('sso.domain_claimed');
      if (known.length >= mostDomains) reject('sso.too_many_domains', { most: mostDomains });
      if ((await ownerOf(sql, name)) !== null) reject('sso.domain_taken');
      await sql.query(
        `insert into org_domains (id, organisation_id, name, token, claimed_at)
          values ($1, $2, $3, $4, now())`,
        [id, organisationId, name, randomBytes(24).toString('base64url')],
      );
      const fact = { organisationId, domainId: id, by };
      return {
        told: [about('organisation', organisationId, 'DomainClaimed', fact)],
        answer: { id },
      };
    });
  }
}

@CommandHandler(CheckDomain)
export class CheckDomainHandler implements ICommandHandler<CheckDomain> {
  constructor(
    private readonly facts: Facts,
    private readonly queries: QueryBus,
    private readonly database: Database,
    private readonly dns: DnsRecords,
  ) {}

  async execute({ organisationId, domainId }: CheckDomain): Promise<void> {
    const by = await this.queries.execute(new MustGovern(organisationId, 'directory'));
    const domain = await domainAt(this.database, organisationId, domainId);
    const { name, token, verified_at: at } = domain;
    if (at !== null) return;
    const record = recordOf(name, token);
    // Before the transaction: nobody's waits for somebody's DNS.
    if (!stands(await this.dns.textsOf(record.name), record.value))
      reject('sso.record_missing', { ...record });
    await this.facts.commit(async (_, sql) => {
      await sql.query(`select pg_advisory_xact_lock(hashtextextended('domain ' || $1, 0))`, [name]);
      if ((await ownerOf(sql, name)) !== null) reject('sso.domain_taken');
      await sql.query(
        'update org_domains set verified_at = now(), looked_at = now(), missing_since = null where id = $1',
        [domainId],
      );
      const fact = { organisationId, domainId, by };
      return { told: [about('organisation', organisationId, 'DomainVerified', fact)] };
    });
  }
}

@CommandHandler(ReleaseDomain)
export class ReleaseDomainHandler implements ICommandHandler<ReleaseDomain> {
  constructor(
    private readonly facts: Facts,
    private readonly stepUp: StepUp,
    private readonly queries: QueryBus,
  ) {}

  async execute({ organisationId, domainId }: ReleaseDomain): Promise<void> {
    const by = await this.queries.execute(new MustGovern(organisationId, 'directory'));
    await this.facts.commit(async (_, sql) => {
      const { verified_at: at } = await domainAt(sql, organisationId, domainId);
      // With the domain goes what is enforced for its addresses.
      if (at !== null) this.stepUp.require('security');
      await sql.query('delete from org_domains where id = $1', [domainId]);
      const fact = { organisationId, domainId, by };
      return { told: [about('organisation', organisationId, 'DomainReleased', fact)] };
    });
  }
}
