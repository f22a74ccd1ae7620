import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

interface Parties {
  readonly clientId: string;
  readonly providerId: string;
}

/** The two sides of a dispute; null when there is none. */
export class DisputeParties extends Query<Parties | null> {
  constructor(readonly disputeId: string) {
    super();
  }
}

@QueryHandler(DisputeParties)
export class DisputePartiesHandler implements IQueryHandler<DisputeParties> {
  constructor(private readonly database: Database) {}

  async execute({ disputeId }: DisputeParties): Promise<Parties | null> {
    const [row] = await this.database.query<Parties>(
      'select client_id as "clientId", provider_id as "providerId" from disputes where id = $1',
      [disputeId],
      'disputes.parties',
    );
    return row ?? null;
  }
}
