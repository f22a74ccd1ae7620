import type { matches } from '@wire/jobs';
import type * as z from 'zod';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { NamesOf } from '../../../people/profiles';

type Matches = z.infer<typeof matches>;

/** Who fits a job of mine and why, best first. */
export class JobMatches extends Query<Matches> {
  constructor(readonly jobId: string) {
    super();
  }
}

interface Row {
  readonly hidden: boolean;
  readonly client_id: string;
  readonly provider_id: string | null;
  readonly why: string[];
  readonly invited: boolean;
}

@QueryHandler(JobMatches)
export class JobMatchesHandler implements IQueryHandler<JobMatches> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ jobId }: JobMatches): Promise<Matches> {
    const rows = await this.database.query<Row>(
      `select j.client_id, m.provider_id, m.why, i.job_id is not null as invited,
          j.status = 'draft' or coalesce(j.content ->> 'visibility' = 'invited', false) as hidden
        from jobs j left join job_matches m on m.job_id = j.id
          left join job_invitations i on i.job_id = j.id and i.provider_id = m.provider_id
        where j.id = $1 order by m.place`,
      [jobId],
      'jobs.matches',
    );
    const [job] = rows;
    const isMine = job?.client_id === this.context.actor.id;
    if (!job || (!isMine && job.hidden)) return reject('jobs.not_found');
    if (!isMine) return reject('jobs.not_yours');
    const found = rows.flatMap(({ provider_id: id, ...row }) => (id ? [{ id, ...row }] : []));
    const names = await this.queries.execute(new NamesOf(found.map(({ id }) => id)));
    const people = found.map(({ id, why, invited }) => ({
      person: names.get(id) ?? reject('profiles.not_found'),
      why,
      invited,
    }));
    return { matched: people.length, invited: found.filter((one) => one.invited).length, people };
  }
}
