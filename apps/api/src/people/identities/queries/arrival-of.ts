import { IsAddressTaken } from '../../accounts';
import { reject } from '@kernel/reject';
import type { Arrival } from '@wire/identities';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Passage } from '../adapters/passage';

/** Who came back from a provider at this browser? Rejects identities.arrival_ended. */
export class ArrivalOf extends Query<Arrival> {
  constructor(readonly token: string | undefined) {
    super();
  }
}

@QueryHandler(ArrivalOf)
export class ArrivalOfHandler implements IQueryHandler<ArrivalOf> {
  constructor(
    private readonly passage: Passage,
    private readonly queries: QueryBus,
  ) {}

  async execute({ token }: ArrivalOf): Promise<Arrival> {
    const arrived = await this.passage.arrived(token);
    if (!arrived) return reject('identities.arrival_ended');
    const { provider, email, emailVerified, name, returnTo } = arrived;
    const known = email !== null && (await this.queries.execute(new IsAddressTaken(email)));
    return { provider, email, emailVerified, name, known, returnTo };
  }
}
