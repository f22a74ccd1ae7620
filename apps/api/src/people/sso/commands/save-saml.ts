import { StepUp } from '../../accounts';
import { Database } from '@kernel/database';
import { about, Facts } from '@kernel/facts';
import type { SaveSaml as Input } from '@wire/sso';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { MustGovern } from '../../organisations';
import { issuerOf, keepIssuer } from '../adapters/issuer-rows';
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
    const issuer = await this.metadata.read(input.idp);
    const known = await issuerOf(this.database, organisationId);
    const isSame = known?.protocol === 'saml' && known.issuer === issuer.entityId;
    const connectionId = isSame ? known.connection_id : randomUUIDv7();
    await this.facts.commit(async (_, sql) => {
      await keepIssuer(sql, organisationId, {
        ...{ connectionId, protocol: 'saml', issuer: issuer.entityId },
        ...{ ssoUrl: issuer.ssoUrl, certificates: issuer.certificates, unasked: input.unasked },
      });
      const fact = { organisationId, connectionId, by };
      return { told: [about('organisation', organisationId, 'IssuerSaved', fact)] };
    });
  }
}
