import { RequestContext } from '@kernel/context';
import type { Viewer } from '@wire/accounts';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { seenIn } from '../domain/factor-missing';
import { ViewerOf } from './viewer-of';

/** Who the actor is. */
export class MyAccount extends Query<Viewer> {}

@QueryHandler(MyAccount)
export class MyAccountHandler implements IQueryHandler<MyAccount> {
  constructor(
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
  ) {}

  async execute(): Promise<Viewer> {
    const { actor, withFactor = false } = this.context.now;
    const viewer = seenIn(await this.queries.execute(new ViewerOf(actor.id)), withFactor);
    return actor.watchedBy === undefined ? viewer : { ...viewer, watchedBy: actor.watchedBy };
  }
}
