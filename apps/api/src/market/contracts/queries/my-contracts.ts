import type { contractRows, findContracts } from '@wire/contracts';
import { id, instant } from '@wire/primitives';
import * as z from 'zod';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { rows, shown, type Row } from './contract-rows';

export type ContractRows = z.infer<typeof contractRows>;
export type FindContracts = z.infer<typeof findContracts>;

/** The contracts of the asking person, on either side, last moved first. */
export class MyContracts extends Query<ContractRows> {
  constructor(readonly filter: FindContracts) {
    super();
  }
}

@QueryHandler(MyContracts)
export class MyContractsHandler implements IQueryHandler<MyContracts> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ filter: { role, state, q, after, limit } }: MyContracts): Promise<ContractRows> {
    const { id: viewer } = this.context.actor;
    const [movedAt, last] = keysAfter(after, z.tuple([instant, id])) ?? [null, null];
    const found = await this.database.query<Row & { seat: Date }>(
      `select r.*, mine.moved_at as seat from contract_seats mine
          cross join lateral (${rows} where c.id = mine.contract_id) r
        where mine.account_id = $1 and ($2::text is null or mine.role = $2)
          and ($3::text is null or r.state = $3)
          and ($4::text is null or position(lower($4) in lower(r.title)) > 0)
          and ($5::timestamptz is null or (mine.moved_at, mine.contract_id) < ($5, $6::uuid))
        order by mine.moved_at desc, mine.contract_id desc limit $7`,
      [viewer, role ?? null, state ?? null, q ?? null, movedAt, last, limit + 1],
    );
    const { items, next } = pageOf(found, limit, (row) => [row.seat.toISOString(), row.id]);
    return { items: await shown(this.queries, items, viewer), next };
  }
}
