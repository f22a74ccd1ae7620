import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

interface ProvedPhone {
  readonly phone: string;
  readonly locale: 'en' | 'ar';
}

/** The phone that somebody proved, and in which language to text them; never sent to a browser. */
export class PhoneOf extends Query<ProvedPhone | null> {
  constructor(readonly accountId: string) {
    super();
  }
}

@QueryHandler(PhoneOf)
export class PhoneOfHandler implements IQueryHandler<PhoneOf> {
  constructor(private readonly database: Database) {}

  async execute({ accountId }: PhoneOf): Promise<ProvedPhone | null> {
    const [row] = await this.database.query<ProvedPhone>(
      `select phone, locale from accounts
        where id = $1 and phone is not null and phone_verified_at is not null`,
      [accountId],
    );
    return row ?? null;
  }
}
