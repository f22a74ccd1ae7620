import type { Person } from '@wire/primitives';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { NamesOf } from './names-of';

/** Names and faces for a page, in the order asked for. */
export class People extends Query<{ items: Person[] }> {
  constructor(readonly ids: readonly string[]) {
    super();
  }
}

@QueryHandler(People)
export class PeopleHandler implements IQueryHandler<People> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ ids }: People): Promise<{ items: Person[] }> {
    const names = await this.queries.execute(new NamesOf(ids));
    return { items: ids.flatMap((id) => names.get(id) ?? []) };
  }
}
