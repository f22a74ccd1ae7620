import type { Money } from '@money';
import type { MilestoneState } from '@wire/escrow';
import { Streams } from '@kernel/streams';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { escrow } from '../domain/escrow';

export interface Disputable {
  readonly clientId: string;
  readonly providerId: string;
  readonly milestones: readonly {
    readonly id: string;
    readonly amount: Money;
    readonly state: MilestoneState;
    /** Holds money and no dispute holds it. */
    readonly disputable: boolean;
  }[];
}

/** What of a contract could be disputed now; null while no escrow is open. */
export class DisputableOf extends Query<Disputable | null> {
  constructor(readonly contractId: string) {
    super();
  }
}

@QueryHandler(DisputableOf)
export class DisputableOfHandler implements IQueryHandler<DisputableOf> {
  constructor(private readonly streams: Streams) {}

  async execute({ contractId }: DisputableOf): Promise<Disputable | null> {
    const state = await this.streams.read(escrow, contractId);
    if (state.status === 'none') return null;
    const { clientId, providerId } = state;
    const milestones = state.milestones.map(({ id, amount, state: where, frozen }) => ({
      id,
      amount,
      state: where,
      disputable: !frozen && ['funded', 'in_review', 'changes_requested'].includes(where),
    }));
    return { clientId, providerId, milestones };
  }
}
