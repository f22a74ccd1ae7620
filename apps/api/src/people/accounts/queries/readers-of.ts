import { Database } from '@kernel/database';
import type { Role } from '@wire/permissions';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

/** How to write to somebody: never sent to a browser. */
export interface Reader {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: 'en' | 'ar';
  readonly timeZone: string;
  readonly roles: readonly Role[];
}

/** Addresses, languages and zones of accounts, for messages. Unknown ids are left out. */
export class ReadersOf extends Query<Map<string, Reader>> {
  constructor(readonly ids: Iterable<string>) {
    super();
  }
}

@QueryHandler(ReadersOf)
export class ReadersOfHandler implements IQueryHandler<ReadersOf> {
  constructor(private readonly database: Database) {}

  async execute({ ids }: ReadersOf): Promise<Map<string, Reader>> {
    const rows = await this.database.query<Reader>(
      `select id, name, email, locale, time_zone as "timeZone", roles_now(accounts) as roles from accounts where id = any($1::uuid[])`,
      [[...ids]],
      'accounts.readers',
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
