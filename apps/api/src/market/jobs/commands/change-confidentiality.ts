import { Clock } from '@kernel/clock';
import { about, Facts } from '@kernel/facts';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { MustGovern } from '../../../people/organisations';
import { hashOf, keepText, ownTextOf } from '../adapters/wordings';

/** Another text is signed from now on, or the house's own again; what was signed keeps its version. */
export class ChangeConfidentiality extends Command<void> {
  constructor(
    readonly organisationId: string,
    readonly text: string | null,
  ) {
    super();
  }
}

@CommandHandler(ChangeConfidentiality)
export class ChangeConfidentialityHandler implements ICommandHandler<ChangeConfidentiality> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
  ) {}

  async execute({ organisationId, text: body }: ChangeConfidentiality): Promise<void> {
    const by = await this.queries.execute(new MustGovern(organisationId));
    await this.facts.commit(async (_, sql) => {
      // Two who change it at once follow each other, so that each version is one text.
      await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 81))', [organisationId]);
      const before = await ownTextOf(sql, organisationId);
      if ((before?.body ?? null) === body) return { told: [] };
      const version = (before?.version ?? 0) + 1;
      const sha256 = body === null ? null : hashOf(body);
      if (body !== null && sha256 !== null) await keepText(sql, { sha256, body });
      await sql.query(
        `insert into org_confidentiality (organisation_id, version, sha256, changed_at)
          values ($1, $2, $3, $4)`,
        [organisationId, version, sha256, this.clock.now().toISOString()],
      );
      const fact = { organisationId, version, sha256, by };
      return { told: [about('organisation', organisationId, 'ConfidentialityTextChanged', fact)] };
    });
  }
}
