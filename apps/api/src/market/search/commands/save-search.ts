import type { saveSearch } from '@wire/search';
import type * as z from 'zod';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Facts } from '@kernel/facts';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { SavedSearchRow } from '../adapters/saved-search-row';

/** Keeps a search, to be told of new jobs that fit it. */
export class SaveSearch extends Command<{ id: string }> {
  constructor(readonly input: z.infer<typeof saveSearch>) {
    super();
  }
}

@CommandHandler(SaveSearch)
export class SaveSearchHandler implements ICommandHandler<SaveSearch> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  execute({ input: { name, query } }: SaveSearch): Promise<{ id: string }> {
    const id = randomUUIDv7();
    // A place in the list is no part of what somebody looks for.
    const filters = { ...query, after: undefined, limit: undefined };
    return this.facts.commit(async (em) => {
      const createdAt = this.clock.now();
      const { id: accountId } = this.context.actor;
      em.create(SavedSearchRow, { id, accountId, name, query: filters, createdAt });
      return { told: [], answer: { id } };
    });
  }
}
