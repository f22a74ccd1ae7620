import { money, type Currency, type Money } from '@money';
import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

interface Row {
  readonly owner: string;
  readonly currency: Currency;
  readonly balance: string;
}

/** What is in escrow now for each of these contracts; those that were never funded are not in it. */
export class HeldInEscrow extends Query<ReadonlyMap<string, Money>> {
  constructor(readonly contractIds: readonly string[]) {
    super();
  }
}

@QueryHandler(HeldInEscrow)
export class HeldInEscrowHandler implements IQueryHandler<HeldInEscrow> {
  constructor(private readonly database: Database) {}

  async execute({ contractIds }: HeldInEscrow): Promise<ReadonlyMap<string, Money>> {
    const rows = await this.database.query<Row>(
      `select owner, currency, balance::text from ledger.accounts
        where owner = any($1::text[]) and kind = 'escrow'`,
      [contractIds],
      'escrow.held',
    );
    return new Map(
      rows.map(({ owner, currency, balance }) => [owner, money(BigInt(balance), currency)]),
    );
  }
}
