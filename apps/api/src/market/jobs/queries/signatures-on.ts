import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { reject } from '@kernel/reject';
import type { findSignatures, Signatures } from '@wire/confidentiality';
import { id, instant } from '@wire/primitives';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { NamesOf } from '../../../people/profiles';
import { followsJob } from './follows-job';
import { JobPage } from './job-page';

/** Who signed for a job, when and which text, the latest first; for its client and the client's team. */
export class SignaturesOn extends Query<Signatures> {
  constructor(
    readonly jobId: string,
    readonly filter: z.infer<typeof findSignatures>,
  ) {
    super();
  }
}

interface Row {
  readonly id: string;
  readonly account_id: string;
  readonly name: string;
  readonly version: number | null;
  readonly sha256: string;
  readonly signed_at: Date;
}

@QueryHandler(SignaturesOn)
export class SignaturesOnHandler implements IQueryHandler<SignaturesOn> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ jobId, filter: { after, limit } }: SignaturesOn): Promise<Signatures> {
    await this.mayLook(jobId);
    const [at, last] = keysAfter(after, z.tuple([instant, id])) ?? [null, null];
    const rows = await this.database.query<Row>(
      `select id, account_id, name, version, sha256, signed_at from job_signatures
        where job_id = $1
          and ($2::timestamptz is null or (signed_at, id) < ($2, $3::uuid))
        order by signed_at desc, id desc limit $4`,
      [jobId, at, last, limit + 1],
      'jobs.signatures',
    );
    const page = pageOf(rows, limit, (row) => [row.signed_at.toISOString(), row.id]);
    const ids = page.items.map(({ account_id: who }) => who);
    const people = await this.queries.execute(new NamesOf(ids));
    const items = page.items.map(({ account_id: who, signed_at: signedAt, ...row }) => ({
      ...row,
      by: people.get(who) ?? reject('profiles.not_found'),
      at: signedAt.toISOString(),
    }));
    return { items, next: page.next };
  }

  private async mayLook(jobId: string): Promise<void> {
    const job = await this.queries.execute(new JobPage(jobId));
    const [row] = await this.database.query<Parameters<typeof followsJob>[1]>(
      'select organisation_id, workspace_id from jobs where id = $1',
      [jobId],
      'jobs.whose',
    );
    if (!job.mine && !(row && followsJob(this.context.actor, row))) reject('jobs.not_yours');
  }
}
