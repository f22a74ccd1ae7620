import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

/** What a contract is called; null when there is none. */
export class ContractTitle extends Query<string | null> {
  constructor(readonly contractId: string) {
    super();
  }
}

@QueryHandler(ContractTitle)
export class ContractTitleHandler implements IQueryHandler<ContractTitle> {
  constructor(private readonly database: Database) {}

  async execute({ contractId }: ContractTitle): Promise<string | null> {
    const [row] = await this.database.query<{ title: string }>(
      'select title from contracts where id = $1',
      [contractId],
      'contracts.title',
    );
    return row?.title ?? null;
  }
}
