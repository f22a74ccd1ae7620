import type { findOurContracts } from '@wire/contracts';
import { id, instant } from '@wire/primitives';
import { abilityFor } from '@wire/permissions';
import * as z from 'zod';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { permittedWhere } from '@kernel/permitted';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { rows, shown, type Row } from './contract-rows';
import type { ContractRows } from './my-contracts';

const columns = { orgId: 'c.organisation_id', workspaceId: 'c.workspace_id' };

/** The contracts of an organisation that the asking member may see, newest first. */
export class OurContracts extends Query<ContractRows> {
  constructor(readonly filter: z.infer<typeof findOurContracts>) {
    super();
  }
}

@QueryHandler(OurContracts)
export class OurContractsHandler implements IQueryHandler<OurContracts> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ filter }: OurContracts): Promise<ContractRows> {
    const { organisationId, workspaceId, state, fieldId, fieldValue, after, limit } = filter;
    const kept = fieldId && fieldValue ? [{ id: fieldId, value: fieldValue }] : [];
    const { actor } = this.context;
    const [at, last] = keysAfter(after, z.tuple([instant, id])) ?? [null, null];
    const mine = permittedWhere(abilityFor(actor), ['follow', 'Contract'], columns, 8);
    const found = await this.database.query<Row>(
      `${rows} where c.organisation_id = $1 and ($2::uuid is null or c.workspace_id = $2)
          and ($3::text is null or c.state = $3) and c.fields @> $7::jsonb
          and ($4::timestamptz is null or (c.created_at, c.id) < ($4, $5::uuid)) and (${mine.sql})
        order by c.created_at desc, c.id desc limit $6`,
      [
        ...[organisationId, workspaceId ?? null, state ?? null, at, last, limit + 1],
        ...[JSON.stringify(kept), ...mine.values],
      ],
    );
    const page = pageOf(found, limit, (row) => [row.created_at.toISOString(), row.id]);
    return { items: await shown(this.queries, page.items, actor.id), next: page.next };
  }
}
