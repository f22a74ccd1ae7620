import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

/** What an organisation is called, for mails and pages; null when there is none. */
export class OrganisationName extends Query<string | null> {
  constructor(readonly organisationId: string) {
    super();
  }
}

@QueryHandler(OrganisationName)
export class OrganisationNameHandler implements IQueryHandler<OrganisationName> {
  constructor(private readonly database: Database) {}

  async execute({ organisationId }: OrganisationName): Promise<string | null> {
    const [row] = await this.database.query<{ name: string }>(
      'select name from organisations where id = $1',
      [organisationId],
      'organisations.name',
    );
    return row?.name ?? null;
  }
}
