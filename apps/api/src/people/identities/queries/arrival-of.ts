import { IsAddressTaken } from '../../accounts';
import { reject } from '@kernel/reject';
import type { Arrival, ProviderName } from '@wire/identities';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { OrganisationName } from '../../organisations';
import { ConnectionOf } from '../../sso';
import { Passage } from '../adapters/passage';
import { connectionIn } from '../adapters/provider';

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
    const who = { email, emailVerified, name, known, returnTo };
    const connectionId = connectionIn(provider);
    if (connectionId === null)
      return { ...who, provider: provider as ProviderName, organisation: null };
    return { ...who, provider: 'sso', organisation: await this.organisation(connectionId) };
  }

  private async organisation(connectionId: string): Promise<Arrival['organisation']> {
    const connection = await this.queries.execute(new ConnectionOf({ connectionId }));
    if (!connection) return reject('identities.arrival_ended');
    const { organisationId: id } = connection;
    return { id, name: (await this.queries.execute(new OrganisationName(id))) ?? '' };
  }
}
