import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

/** The stars that these people got on these contracts, on average; without a review no entry. */
export class StarsGiven extends Query<ReadonlyMap<string, number>> {
  constructor(
    readonly contractIds: readonly string[],
    readonly subjectIds: readonly string[],
  ) {
    super();
  }
}

@QueryHandler(StarsGiven)
export class StarsGivenHandler implements IQueryHandler<StarsGiven> {
  constructor(private readonly database: Database) {}

  async execute({ contractIds, subjectIds }: StarsGiven): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.query<{ id: string; stars: number }>(
      `select subject_id as id, round(avg(stars), 1)::float as stars from reviews
        where contract_id = any($1::uuid[]) and subject_id = any($2::uuid[]) group by subject_id`,
      [contractIds, subjectIds],
    );
    return new Map(rows.map(({ id, stars }) => [id, stars]));
  }
}
