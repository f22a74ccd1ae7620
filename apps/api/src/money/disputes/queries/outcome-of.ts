import type { Money } from '@money';
import type { Allocation } from '@wire/disputes';
import { Database } from '@kernel/database';
import { SubjectKeys } from '@kernel/subject-keys';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { PartsOf } from '../../escrow';
import { effectOf } from './simulate-outcome';

/** What a split comes to: the provider's net, and what goes back to the client. */
export class OutcomeOf extends Query<{ net: Money; refund: Money }> {
  constructor(
    readonly contractId: string,
    readonly disputeId: string,
    readonly allocations: readonly Allocation[],
  ) {
    super();
  }
}

@QueryHandler(OutcomeOf)
export class OutcomeOfHandler implements IQueryHandler<OutcomeOf> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ contractId, disputeId, allocations: parts }: OutcomeOf) {
    const outcome = { disputeId, basis: 'decision', parts } as const;
    const found = await this.queries.execute(new PartsOf(contractId, outcome));
    const { provider, client } = effectOf(found, parts[0]?.toProvider.currency ?? 'INR');
    return { net: provider.net, refund: client.refund };
  }
}

/** The newest statement of reasons of a dispute; empty while there is none. */
export class ReasonsOf extends Query<string> {
  constructor(readonly disputeId: string) {
    super();
  }
}

@QueryHandler(ReasonsOf)
export class ReasonsOfHandler implements IQueryHandler<ReasonsOf> {
  constructor(
    private readonly database: Database,
    private readonly keys: SubjectKeys,
  ) {}

  async execute({ disputeId }: ReasonsOf): Promise<string> {
    const [row] = await this.database.query<{ body: string }>(
      `select body from dispute_words where dispute_id = $1 and kind in ('reasons', 'vote')
        order by at desc, id desc limit 1`,
      [disputeId],
    );
    return this.keys.open(row?.body ?? '');
  }
}
