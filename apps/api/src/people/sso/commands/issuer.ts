import { StepUp } from '../../accounts';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { SubjectKeys } from '@kernel/subject-keys';
import type { SaveIssuer as Input } from '@wire/sso';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { Database } from '@kernel/database';
import { MustGovern } from '../../organisations';
import { IssuerCheck } from '../adapters/issuer-check';
import { issuerOf, keepIssuer } from '../adapters/issuer-rows';

/** Who vouches for people of the organisation. The secret is sealed and shown to nobody again. */
export class SaveIssuer extends Command<void> {
  constructor(
    readonly organisationId: string,
    readonly input: Input,
  ) {
    super();
  }
}

export class RemoveIssuer extends Command<void> {
  constructor(readonly organisationId: string) {
    super();
  }
}

@CommandHandler(SaveIssuer)
export class SaveIssuerHandler implements ICommandHandler<SaveIssuer> {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly stepUp: StepUp,
    private readonly queries: QueryBus,
    private readonly check: IssuerCheck,
    private readonly keys: SubjectKeys,
  ) {}

  async execute({ organisationId, input }: SaveIssuer): Promise<void> {
    const by = await this.queries.execute(new MustGovern(organisationId, 'directory'));
    this.stepUp.require('security');
    await this.check.look(input.issuer);
    const known = await issuerOf(this.database, organisationId);
    const isSame = known?.protocol === 'oidc' && known.issuer === input.issuer;
    // A secret that was made for one issuer is not sent to another.
    const clientSecret =
      input.clientSecret === undefined
        ? ((isSame ? known.client_secret : undefined) ?? reject('sso.secret_missing'))
        : await this.keys.seal(organisationId, input.clientSecret);
    const connectionId = isSame ? known.connection_id : randomUUIDv7();
    await this.facts.commit(async (_, sql) => {
      const { issuer, clientId } = input;
      const kept = { connectionId, protocol: 'oidc', issuer, clientId, clientSecret } as const;
      await keepIssuer(sql, organisationId, kept);
      const fact = { organisationId, connectionId, by };
      return { told: [about('organisation', organisationId, 'IssuerSaved', fact)] };
    });
  }
}

@CommandHandler(RemoveIssuer)
export class RemoveIssuerHandler implements ICommandHandler<RemoveIssuer> {
  constructor(
    private readonly facts: Facts,
    private readonly stepUp: StepUp,
    private readonly queries: QueryBus,
  ) {}

  async execute({ organisationId }: RemoveIssuer): Promise<void> {
    const by = await this.queries.execute(new MustGovern(organisationId, 'directory'));
    this.stepUp.require('security');
    await this.facts.commit(async (_, sql) => {
      const [row] = await sql.query<{ id: string }>(
        'delete from org_issuers where organisation_id = $1 returning connection_id as id',
        [organisationId],
      );
      if (!row) return reject('sso.no_issuer');
      const fact = { organisationId, connectionId: row.id, by };
      return { told: [about('organisation', organisationId, 'IssuerRemoved', fact)] };
    });
  }
}
