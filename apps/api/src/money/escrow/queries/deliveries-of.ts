import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

export interface Delivery {
  readonly id: string;
  readonly milestoneId: string;
  readonly version: number;
  readonly note: string;
  /** File ids. */
  readonly files: string[];
  readonly at: string;
  readonly changes: string[];
}

/** What was handed in for a contract, oldest first. */
export class DeliveriesOf extends Query<Delivery[]> {
  constructor(readonly contractId: string) {
    super();
  }
}

@QueryHandler(DeliveriesOf)
export class DeliveriesOfHandler implements IQueryHandler<DeliveriesOf> {
  constructor(private readonly database: Database) {}

  async execute({ contractId }: DeliveriesOf): Promise<Delivery[]> {
    const rows = await this.database.query<Delivery & { at: Date }>(
      `select id, milestone_id as "milestoneId", version, note, files, at, changes
        from deliveries where contract_id = $1 order by at, version`,
      [contractId],
      'escrow.deliveries',
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}
