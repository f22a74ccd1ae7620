import type { ourJobs } from '@wire/jobs';
import { id, instant } from '@wire/primitives';
import { abilityFor } from '@wire/permissions';
import * as z from 'zod';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { permittedWhere } from '@kernel/permitted';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { listed, named, type JobRows, type Listed } from './job-rows';

const columns = { orgId: 'j.organisation_id', workspaceId: 'j.workspace_id' };

/** The jobs of an organisation that the asking member may see, drafts too, last saved first. */
export class OurJobs extends Query<JobRows> {
  constructor(readonly filter: z.infer<typeof ourJobs>) {
    super();
  }
}

@QueryHandler(OurJobs)
export class OurJobsHandler implements IQueryHandler<OurJobs> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ filter }: OurJobs): Promise<JobRows> {
    const { organisationId, workspaceId, status, fieldId, fieldValue, after, limit } = filter;
    const kept = fieldId && fieldValue ? [{ id: fieldId, value: fieldValue }] : [];
    const [at, last] = keysAfter(after, z.tuple([instant, id])) ?? [null, null];
    const ability = abilityFor(this.context.actor);
    const mine = permittedWhere(ability, ['follow', 'Job'], columns, 8);
    const rows = await this.database.query<Listed>(
      `${listed} where j.organisation_id = $1 and ($2::uuid is null or j.workspace_id = $2)
          and ($3::text is null or j.status = $3) and j.fields @> $7::jsonb
          and ($4::timestamptz is null or (j.saved_at, j.id) < ($4, $5::uuid)) and (${mine.sql})
        order by j.saved_at desc, j.id desc limit $6`,
      [
        ...[organisationId, workspaceId ?? null, status ?? null, at, last, limit + 1],
        ...[JSON.stringify(kept), ...mine.values],
      ],
    );
    const page = pageOf(rows, limit, (row) => [row.updatedAt.toISOString(), row.id]);
    return { items: await named(this.queries, page.items), next: page.next };
  }
}
