import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import type { findOrganisations, orgRows } from '@wire/org-desk';
import { id, instant } from '@wire/primitives';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';

/** Every organisation for staff, the newest first; `q` is part of a name. */
export class AllOrganisations extends Query<z.infer<typeof orgRows>> {
  constructor(readonly filter: z.infer<typeof findOrganisations>) {
    super();
  }
}

type Row = Omit<z.infer<typeof orgRows>['items'][number], 'foundedAt'> & { foundedAt: Date };

@QueryHandler(AllOrganisations)
export class AllOrganisationsHandler implements IQueryHandler<AllOrganisations> {
  constructor(private readonly database: Database) {}

  async execute({ filter: { q, after, limit } }: AllOrganisations) {
    const [at, last] = keysAfter(after, z.tuple([instant, id])) ?? [null, null];
    const part = q ? `%${q.replaceAll(/[\\%_]/g, '\\$&')}%` : null;
    const rows = await this.database.query<Row>(
      `select o.id, o.name, o.seats, o.founded_at as "foundedAt",
          (select count(*)::int from org_members m where m.organisation_id = o.id) as members,
          (select count(*)::int from org_workspaces w where w.organisation_id = o.id) as workspaces
        from organisations o where ($1::text is null or o.name ilike $1)
          and ($2::timestamptz is null or (o.founded_at, o.id) < ($2, $3::uuid))
        order by o.founded_at desc, o.id desc limit $4`,
      [part, at, last, limit + 1],
    );
    const page = pageOf(rows, limit, (row) => [row.foundedAt.toISOString(), row.id]);
    const items = page.items.map((row) => ({ ...row, foundedAt: row.foundedAt.toISOString() }));
    return { items, next: page.next };
  }
}
