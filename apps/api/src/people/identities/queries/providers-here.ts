import type { ProviderName } from '@wire/identities';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Providers } from '../adapters/providers';

/** By whom can one log in at this installation? */
export class ProvidersHere extends Query<{ items: ProviderName[] }> {}

@QueryHandler(ProvidersHere)
export class ProvidersHereHandler implements IQueryHandler<ProvidersHere> {
  constructor(private readonly providers: Providers) {}

  execute(): Promise<{ items: ProviderName[] }> {
    return Promise.resolve({ items: this.providers.names });
  }
}
