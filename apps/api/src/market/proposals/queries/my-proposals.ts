import type { myProposals } from '@wire/proposals';
import { id } from '@wire/primitives';
import * as z from 'zod';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { columns, shown, type Row } from './proposal-views';
import type { ProposalViews } from './proposals-of-job';

/** What the asking provider proposed, newest first. */
export class MyProposals extends Query<ProposalViews> {
  constructor(readonly filter: z.infer<typeof myProposals>) {
    super();
  }
}

@QueryHandler(MyProposals)
export class MyProposalsHandler implements IQueryHandler<MyProposals> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ filter: { status, after, limit } }: MyProposals): Promise<ProposalViews> {
    const [last] = keysAfter(after, z.tuple([id])) ?? [null];
    const rows = await this.database.query<Row>(
      `select ${columns} from proposals where provider_id = $1
          and ($2::text is null or status = $2) and ($3::uuid is null or id < $3)
        order by id desc limit $4`,
      [this.context.actor.id, status ?? null, last, limit + 1],
      'proposals.mine',
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.id]);
    return { items: await shown(this.queries, items), next };
  }
}
