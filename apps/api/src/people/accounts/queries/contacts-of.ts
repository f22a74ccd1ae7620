import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

interface Contacts {
  readonly emailVerified: boolean;
  readonly phoneVerified: boolean;
}

/** Which ways to reach somebody are proved. Nobody has proved none. */
export class ContactsOf extends Query<Contacts> {
  constructor(readonly accountId: string) {
    super();
  }
}

@QueryHandler(ContactsOf)
export class ContactsOfHandler implements IQueryHandler<ContactsOf> {
  constructor(private readonly database: Database) {}

  async execute({ accountId }: ContactsOf): Promise<Contacts> {
    const [row] = await this.database.query<Contacts>(
      `select email_verified_at is not null as "emailVerified",
          phone_verified_at is not null as "phoneVerified" from accounts where id = $1`,
      [accountId],
    );
    return row ?? { emailVerified: false, phoneVerified: false };
  }
}
