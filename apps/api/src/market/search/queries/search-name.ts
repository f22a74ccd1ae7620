import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

/** What a kept search is called, for mails and notices; null when it is gone. */
export class SearchName extends Query<string | null> {
  constructor(readonly searchId: string) {
    super();
  }
}

@QueryHandler(SearchName)
export class SearchNameHandler implements IQueryHandler<SearchName> {
  constructor(private readonly database: Database) {}

  async execute({ searchId }: SearchName): Promise<string | null> {
    const [row] = await this.database.query<{ name: string }>(
      'select name from saved_searches where id = $1',
      [searchId],
      'search.name',
    );
    return row?.name ?? null;
  }
}
