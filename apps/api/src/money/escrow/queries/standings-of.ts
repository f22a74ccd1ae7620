import { subtract, zero, type Money } from '@money';
import type { MilestoneStop } from '@wire/contracts';
import { Streams } from '@kernel/streams';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { holding } from '../domain/chargeback';
import { escrow, type Milestone } from '../domain/escrow';

export interface Standing {
  /** What keeps the money from moving, beside disputes. */
  readonly stop: MilestoneStop | null;
  /** What is in escrow now: less than was agreed while a bank has taken of it, and after. */
  readonly inside: Money;
}

/** How the money of each milestone stands; empty before the contract is signed. */
export class StandingsOf extends Query<ReadonlyMap<string, Standing>> {
  constructor(readonly contractId: string) {
    super();
  }
}

@QueryHandler(StandingsOf)
export class StandingsOfHandler implements IQueryHandler<StandingsOf> {
  constructor(private readonly streams: Streams) {}

  async execute({ contractId }: StandingsOf): Promise<ReadonlyMap<string, Standing>> {
    const state = await this.streams.read(escrow, contractId);
    if (state.status === 'none') return new Map();
    return new Map(state.milestones.map((one) => [one.id, standing(one)]));
  }
}

function standing({ state, amount, holds, chargeback }: Milestone): Standing {
  const stop = chargeback ? 'chargeback' : holds.length > 0 ? 'held' : null;
  if (!holding.includes(state)) return { stop, inside: zero(amount.currency) };
  return { stop, inside: chargeback ? subtract(amount, chargeback.taken) : amount };
}
