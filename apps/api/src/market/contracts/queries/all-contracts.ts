import { id } from '@wire/primitives';
import * as z from 'zod';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { rows, shown, type Row } from './contract-rows';
import type { ContractRows, FindContracts } from './my-contracts';

/** Every contract for staff, newest first; `q` is part of a title, or a whole id. */
export class AllContracts extends Query<ContractRows> {
  constructor(readonly filter: FindContracts) {
    super();
  }
}

@QueryHandler(AllContracts)
export class AllContractsHandler implements IQueryHandler<AllContracts> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
  ) {}

  async execute({ filter: { state, q, after, limit } }: AllContracts): Promise<ContractRows> {
    const [last] = keysAfter(after, z.tuple([id])) ?? [null];
    const whole = id.safeParse(q).data ?? null;
    const part = q && !whole ? `%${q.replaceAll(/[\\%_]/g, '\\$&')}%` : null;
    const found = await this.database.query<Row>(
      `${rows} where ($1::uuid is null or c.id = $1) and ($2::text is null or c.title ilike $2)
          and ($3::text is null or c.state = $3) and ($4::uuid is null or c.id < $4)
        order by c.id desc limit $5`,
      [whole, part, state ?? null, last, limit + 1],
    );
    const { items, next } = pageOf(found, limit, (row) => [row.id]);
    return { items: await shown(this.queries, items, 'staff'), next };
  }
}
