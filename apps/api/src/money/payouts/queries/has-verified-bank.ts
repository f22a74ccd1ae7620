import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

/** Is there a bank account to which money can go? */
export class HasVerifiedBank extends Query<boolean> {
  constructor(readonly providerId: string) {
    super();
  }
}

@QueryHandler(HasVerifiedBank)
export class HasVerifiedBankHandler implements IQueryHandler<HasVerifiedBank> {
  constructor(private readonly database: Database) {}

  async execute({ providerId }: HasVerifiedBank): Promise<boolean> {
    const rows = await this.database.query(
      "select from bank_accounts where provider_id = $1 and state = 'verified' limit 1",
      [providerId],
    );
    return rows.length > 0;
  }
}
