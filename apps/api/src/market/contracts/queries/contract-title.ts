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

/** What these contracts are called, by their id; one that is not there has no entry. */
export class ContractTitles extends Query<ReadonlyMap<string, string>> {
  constructor(readonly contractIds: readonly string[]) {
    super();
  }
}

@QueryHandler(ContractTitles)
export class ContractTitlesHandler implements IQueryHandler<ContractTitles> {
  constructor(private readonly database: Database) {}

  async execute({ contractIds }: ContractTitles): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.query<{ id: string; title: string }>(
      'select id, title from contracts where id = any($1::uuid[])',
      [contractIds],
    );
    return new Map(rows.map(({ id, title }) => [id, title]));
  }
}
