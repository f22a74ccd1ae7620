import type { MilestoneStop } from '@wire/contracts';
import { Streams } from '@kernel/streams';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { escrow } from '../domain/escrow';

/** What keeps the money of each milestone from moving, beside disputes; those that stand free are not in it. */
export class StopsOf extends Query<ReadonlyMap<string, MilestoneStop>> {
  constructor(readonly contractId: string) {
    super();
  }
}

@QueryHandler(StopsOf)
export class StopsOfHandler implements IQueryHandler<StopsOf> {
  constructor(private readonly streams: Streams) {}

  async execute({ contractId }: StopsOf): Promise<ReadonlyMap<string, MilestoneStop>> {
    const state = await this.streams.read(escrow, contractId);
    if (state.status === 'none') return new Map();
    const stops = new Map<string, MilestoneStop>();
    for (const { id, holds, chargeback } of state.milestones) {
      if (holds.length > 0) stops.set(id, 'held');
      if (chargeback) stops.set(id, 'chargeback');
    }
    return stops;
  }
}
