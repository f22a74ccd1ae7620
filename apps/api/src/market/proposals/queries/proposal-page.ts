import type { ProposalView } from '@wire/proposals';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { columns, shown, type Row } from './proposal-views';

/** One proposal, for the two who are in it. */
export class ProposalPage extends Query<ProposalView> {
  constructor(readonly proposalId: string) {
    super();
  }
}

@QueryHandler(ProposalPage)
export class ProposalPageHandler implements IQueryHandler<ProposalPage> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ proposalId }: ProposalPage): Promise<ProposalView> {
    const rows = await this.database.query<Row>(
      `select ${columns} from proposals where id = $1`,
      [proposalId],
      'proposals.page',
    );
    const { id: viewer } = this.context.actor;
    if (rows.some((row) => row.client_id !== viewer && row.provider_id !== viewer))
      reject('proposals.not_found');
    const [proposal] = await shown(this.queries, rows);
    return proposal ?? reject('proposals.not_found');
  }
}
