import type { proposalViews } from '@wire/proposals';
import { id } from '@wire/primitives';
import * as z from 'zod';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { reject } from '@kernel/reject';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { JobBriefs } from '../../jobs';
import { columns, shown, type Row } from './proposal-views';

export type ProposalViews = z.infer<typeof proposalViews>;

/** What came in for a job of mine, newest first. */
export class ProposalsOfJob extends Query<ProposalViews> {
  constructor(
    readonly jobId: string,
    readonly page: { readonly after?: string | undefined; readonly limit: number },
  ) {
    super();
  }
}

@QueryHandler(ProposalsOfJob)
export class ProposalsOfJobHandler implements IQueryHandler<ProposalsOfJob> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ jobId, page: { after, limit } }: ProposalsOfJob): Promise<ProposalViews> {
    const job = (await this.queries.execute(new JobBriefs([jobId]))).get(jobId);
    const isMine = job?.clientId === this.context.actor.id;
    if (!job || (!isMine && (job.status === 'draft' || job.unlisted)))
      return reject('jobs.not_found');
    if (!isMine) return reject('jobs.not_yours');
    const [last] = keysAfter(after, z.tuple([id])) ?? [null];
    const rows = await this.database.query<Row>(
      `select ${columns} from proposals where job_id = $1 and status <> 'withdrawn'
          and ($2::uuid is null or id < $2) order by id desc limit $3`,
      [jobId, last, limit + 1],
      'proposals.of_job',
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.id]);
    return { items: await shown(this.queries, items), next };
  }
}
