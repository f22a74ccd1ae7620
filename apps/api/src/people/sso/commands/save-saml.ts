import { StepUp } from '../../accounts';
import { Database } from '@kernel/database';
import { about, Facts } from '@kernel/facts';
import type { SaveSaml as Input } from '@wire/sso';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { MustGovern } from '../../organisations';
import { issuerOf } from '../adapters/issuer-rows';
import { SamlMetadata } from '../adapters/saml-metadata';

/** An identity provider that speaks SAML vouches for people of the organisation. */
export class SaveSaml extends Command<void> {
  constructor(
    readonly organisationId: string,
    readonly input: Input,
  ) {
    super();
  }
}

/** Another identity provider begins switched off; the same one with another certificate stays as it is. */
const save = `insert into org_issuers (organisation_id, connection_id, protocol, issuer, sso_url,
    certificates, unasked, state, joins, default_role, trusts_factor, saved_at)
  values ($1, $2, 'saml', $3, $4, $5, $6, 'off', false, 'member', false, now())
  on conflict (organisation_id) do update set
    connection_id = excluded.connection_id, protocol = excluded.protocol,
    issuer = excluded.issuer, sso_url = excluded.sso_url, certificates = excluded.certificates,
    unasked = excluded.unasked, client_id = null, client_secret = null, saved_at = now(),
    state = case when org_issuers.connection_id = excluded.connection_id
      then org_issuers.state else 'off' end,
    last_used_at = case when org_issuers.connection_id = excluded.connection_id
      then org_issuers.last_used_at end`;

@CommandHandler(SaveSaml)
export class SaveSamlHandler implements ICommandHandler<SaveSaml> {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly stepUp: StepUp,
    private readonly queries: QueryBus,
    private readonly metadata: SamlMetadata,
  ) {}

  async execute({ organisationId, input }: SaveSaml): Promise<void> {
    const by = await this.queries.execute(new MustGovern(organisationId, 'directory'));
    this.stepUp.require('security');
    const { entityId, ssoUrl, certificates } = await this.metadata.read(input.idp);
    const known = await issuerOf(this.database, organisationId);
    const isSame = known?.protocol === 'saml' && known.issuer === entityId;
    const connectionId = isSame ? known.connection_id : randomUUIDv7();
    await this.facts.commit(async (_, sql) => {
      const kept = [entityId, ssoUrl, certificates, input.unasked];
      await sql.query(save, [organisationId, connectionId, ...kept]);
      const fact = { organisationId, connectionId, by };
      return { told: [about('organisation', organisationId, 'IssuerSaved', fact)] };
    });
  }
}
