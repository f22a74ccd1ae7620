import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

export interface Parties {
  readonly clientId: string;
  readonly providerId: string;
  /** For whom the client hired; null for themselves. */
  readonly organisationId: string | null;
  readonly workspaceId: string | null;
}

/** The two sides of a contract; null when there is none. */
export class ContractParties extends Query<Parties | null> {
  constructor(readonly contractId: string) {
    super();
  }
}

@QueryHandler(ContractParties)
export class ContractPartiesHandler implements IQueryHandler<ContractParties> {
  constructor(private readonly database: Database) {}

  async execute({ contractId }: ContractParties): Promise<Parties | null> {
    const [row] = await this.database.query<Parties>(
      `select client_id as "clientId", provider_id as "providerId",
          organisation_id as "organisationId", workspace_id as "workspaceId"
        from contracts where id = $1`,
      [contractId],
      'contracts.parties',
    );
    return row ?? null;
  }
}
