import type { DisputeState } from '@wire/disputes';
import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

export interface DisputeStanding {
  readonly id: string;
  readonly contractId: string;
  readonly state: DisputeState;
  readonly owner: 'client' | 'provider' | 'both' | 'mediator' | 'lead' | 'panel' | 'nobody';
  readonly deadline: string | null;
  readonly milestoneIds: string[];
}

/** The disputes of contracts, oldest first: where each stands, who acts, until when. */
export class DisputesOf extends Query<DisputeStanding[]> {
  constructor(readonly contractIds: readonly string[]) {
    super();
  }
}

@QueryHandler(DisputesOf)
export class DisputesOfHandler implements IQueryHandler<DisputesOf> {
  constructor(private readonly database: Database) {}

  async execute({ contractIds }: DisputesOf): Promise<DisputeStanding[]> {
    if (contractIds.length === 0) return [];
    const rows = await this.database.query<
      Omit<DisputeStanding, 'deadline'> & { deadline: Date | null }
    >(
      `select id, contract_id as "contractId", state, owner, deadline,
          milestone_ids as "milestoneIds"
        from disputes where contract_id = any($1::uuid[]) order by opened_at, id`,
      [contractIds],
      'disputes.of_contracts',
    );
    return rows.map((row) => ({ ...row, deadline: row.deadline?.toISOString() ?? null }));
  }
}
