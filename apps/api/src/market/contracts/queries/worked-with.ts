import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

/** Who hired: an organisation, or somebody who acted for themselves. */
export interface Hirer {
  readonly ownerId: string | null;
  readonly organisationId: string | null;
}

export interface Worked {
  readonly providerId: string;
  /** Signed ones, whether the work is done or not. */
  readonly contractIds: string[];
  readonly lastAt: Date;
}

/** Which of these providers worked for a hirer, by their id. */
export class WorkedWith extends Query<ReadonlyMap<string, Worked>> {
  constructor(
    readonly hirer: Hirer,
    readonly providerIds: readonly string[],
  ) {
    super();
  }
}

@QueryHandler(WorkedWith)
export class WorkedWithHandler implements IQueryHandler<WorkedWith> {
  constructor(private readonly database: Database) {}

  async execute({ hirer, providerIds }: WorkedWith): Promise<ReadonlyMap<string, Worked>> {
    const { ownerId, organisationId } = hirer;
    const whose =
      organisationId === null
        ? 'client_id = $1 and organisation_id is null'
        : 'organisation_id = $1';
    const rows = await this.database.query<Worked>(
      `select provider_id as "providerId", array_agg(id) as "contractIds",
          max(created_at) as "lastAt"
        from contracts where ${whose} and provider_id = any($2::uuid[])
          and state in ('active', 'completed') group by provider_id`,
      [organisationId ?? ownerId, providerIds],
    );
    return new Map(rows.map((row) => [row.providerId, row]));
  }
}
