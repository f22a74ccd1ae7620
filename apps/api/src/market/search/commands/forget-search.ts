import { RequestContext } from '@kernel/context';
import { Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { SavedSearchRow } from '../adapters/saved-search-row';

/** Somebody does not want a search any more. That of somebody else is not there for them. */
export class ForgetSearch extends Command<void> {
  constructor(readonly searchId: string) {
    super();
  }
}

@CommandHandler(ForgetSearch)
export class ForgetSearchHandler implements ICommandHandler<ForgetSearch> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
  ) {}

  execute({ searchId: id }: ForgetSearch): Promise<void> {
    return this.facts.commit(async (em) => {
      const { id: accountId } = this.context.actor;
      const forgotten = await em.nativeDelete(SavedSearchRow, { id, accountId });
      if (forgotten === 0) reject('search.not_found');
      return { told: [] };
    });
  }
}
