import type * as wire from '@wire/audit';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { ReadersOf } from '../../../people/accounts';
import { rowHash, type StaffActionRow } from '../adapters/staff-log';

const keys = z.tuple([z.string(), z.string()]);
type Row = Omit<StaffActionRow, 'at'> & { at: Date; recorded: string | null };

/** Who of the staff looked at or did what? */
export class StaffActions extends Query<z.infer<typeof wire.staffActions>> {
  constructor(readonly filter: z.infer<typeof wire.findStaffActions>) {
    super();
  }
}

@QueryHandler(StaffActions)
export class StaffActionsHandler implements IQueryHandler<StaffActions> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
  ) {}

  async execute({ filter }: StaffActions) {
    const { after, limit } = filter;
    const [at, id] = keysAfter(after, keys) ?? [null, null];
    const rows = await this.database.query<Row>(findSql, [
      filter.staffId ?? null,
      filter.action ?? null,
      filter.subject ?? null,
      filter.about === undefined ? null : `%${filter.about.replaceAll(/[\\%_]/g, '\\$&')}%`,
      filter.from ?? null,
      filter.to ?? null,
      at,
      id,
      limit + 1,
    ]);
    const { items, next } = pageOf(rows, limit, (last) => [last.at.toISOString(), last.id]);
    const people = await this.queries.execute(new ReadersOf(items.map(({ staffId }) => staffId)));
    return {
      items: items.map((row) => toView(row, people.get(row.staffId)?.name ?? '')),
      next,
    };
  }
}

/** The hash comes out of the event, not out of the row: the row may have been changed. */
const findSql = `select a.id, a.at, a.staff_id as "staffId", a.roles, a.action, a.subject, a.method, a.path,
    a.status, a.address, a.correlation, a.purpose, (
      select e.raw::json->'data'->>'rowHash' from staff_action_events s
        join record.events e on e.id = s.event where s.action_id = a.id) as recorded
  from staff_actions a
  where ($1::uuid is null or a.staff_id = $1) and ($2::text is null or a.action = $2)
    and ($3::text is null or a.subject = $3) and ($4::text is null or a.path like $4)
    and ($5::timestamptz is null or a.at >= $5) and ($6::timestamptz is null or a.at < $6)
    and ($7::timestamptz is null or (a.at, a.id) < ($7, $8))
  order by a.at desc, a.id desc limit $9`;

const toView = (
  { at, staffId, correlation, recorded, ...row }: Row,
  name: string,
): wire.StaffAction => ({
  ...row,
  at: at.toISOString(),
  roles: [...row.roles],
  staff: { id: staffId, name },
  correlationId: correlation,
  isIntact:
    rowHash({ ...row, at: at.toISOString(), staffId, correlation }).toString('hex') === recorded,
});
