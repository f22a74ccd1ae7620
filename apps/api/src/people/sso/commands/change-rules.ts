import { StepUp } from '../../accounts';
import { Database } from '@kernel/database';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import type { SsoRules } from '@wire/sso';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { MayPlace, MustGovern } from '../../organisations';
import { domainsOf } from '../adapters/domain-rows';
import { issuerOf, type IssuerRow } from '../adapters/issuer-rows';

/** Off, on, or the only way in; and what becomes of whoever comes. */
export class ChangeRules extends Command<void> {
  constructor(
    readonly organisationId: string,
    readonly rules: SsoRules,
  ) {
    super();
  }
}

@CommandHandler(ChangeRules)
export class ChangeRulesHandler implements ICommandHandler<ChangeRules> {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly stepUp: StepUp,
    private readonly queries: QueryBus,
  ) {}

  async execute({ organisationId, rules }: ChangeRules): Promise<void> {
    const by = await this.queries.execute(new MustGovern(organisationId, 'directory'));
    await this.queries.execute(new MayPlace(organisationId, rules.defaultRole));
    const issuer = await issuerOf(this.database, organisationId);
    if (!issuer) return reject('sso.no_issuer');
    this.askTwice(issuer, rules);
    await this.isReady(issuer, rules);
    const { state, joins, defaultRole, trustsFactor } = rules;
    await this.facts.commit(async (_, sql) => {
      await sql.query(
        `update org_issuers set state = $2, joins = $3, default_role = $4, trusts_factor = $5
          where organisation_id = $1`,
        [organisationId, state, joins, defaultRole, trustsFactor],
      );
      const fact = { organisationId, state, by };
      return { told: [about('organisation', organisationId, 'SsoRulesChanged', fact)] };
    });
  }

  /** What shuts others out, or lets them in with less, is not done by whoever finds an open screen. */
  private askTwice(before: IssuerRow, { state, trustsFactor }: SsoRules): void {
    const isStricter = (state === 'enforced') !== (before.state === 'enforced');
    if (isStricter || (trustsFactor && !before.trusts_factor)) this.stepUp.require('security');
  }

  /** Nobody is locked out by an issuer that never let anybody in. */
  private async isReady(before: IssuerRow, { state }: SsoRules): Promise<void> {
    if (state === 'off') return;
    const domains = await domainsOf(this.database, before.organisation_id);
    if (domains.every((one) => one.verified_at === null)) reject('sso.no_domain');
    if (state === 'enforced' && before.last_used_at === null) reject('sso.never_used');
  }
}
