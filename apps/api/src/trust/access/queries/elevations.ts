import type { alarms, Elevation, elevations, findElevations } from '@wire/access';
import { permits } from '@wire/permissions';
import { id, instant } from '@wire/primitives';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { ReadersOf } from '../../../people/accounts';

/** Roles for an hour: one's own, or all of them for those who watch over roles; newest first. */
export class FindElevations extends Query<z.infer<typeof elevations>> {
  constructor(readonly filter: z.infer<typeof findElevations>) {
    super();
  }
}

/** Glass that is broken right now, for a banner on every page of the console. */
export class OpenAlarms extends Query<z.infer<typeof alarms>> {}

interface Row {
  readonly id: string;
  readonly account_id: string;
  readonly role: Elevation['role'];
  readonly kind: Elevation['kind'];
  readonly state: Elevation['state'];
  readonly reason: string;
  readonly approval_id: string | null;
  readonly asked_at: Date;
  readonly until: Date | null;
  readonly ended_at: Date | null;
}

type Names = ReadonlyMap<string, { readonly name: string }>;
const nameIn = (people: Names, of: string) => ({ id: of, name: people.get(of)?.name ?? '' });

@QueryHandler(FindElevations)
export class FindElevationsHandler implements IQueryHandler<FindElevations> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ filter: { state, after, limit } }: FindElevations) {
    const { actor } = this.context;
    const [at, last] = keysAfter(after, z.tuple([instant, id])) ?? [null, null];
    const all = permits(actor, 'inspect', 'Role');
    const rows = await this.database.query<Row>(
      `select * from elevations where ($1::uuid is null or account_id = $1)
          and ($2::text is null or state = $2)
          and ($3::timestamptz is null or (asked_at, id) < ($3, $4::uuid))
        order by asked_at desc, id desc limit $5`,
      [all ? null : actor.id, state ?? null, at, last, limit + 1],
    );
    const page = pageOf(rows, limit, (row) => [row.asked_at.toISOString(), row.id]);
    const ids = page.items.map((row) => row.account_id);
    const people = await this.queries.execute(new ReadersOf(new Set(ids)));
    return { items: page.items.map((row) => this.show(row, people)), next: page.next };
  }

  private show(row: Row, people: Names): Elevation {
    return {
      ...{ id: row.id, role: row.role, kind: row.kind, state: row.state, reason: row.reason },
      account: nameIn(people, row.account_id),
      approvalId: row.approval_id,
      askedAt: row.asked_at.toISOString(),
      until: row.until?.toISOString() ?? null,
      endedAt: row.ended_at?.toISOString() ?? null,
      isMine: row.account_id === this.context.actor.id,
    };
  }
}

@QueryHandler(OpenAlarms)
export class OpenAlarmsHandler implements IQueryHandler<OpenAlarms> {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
  ) {}

  async execute() {
    const rows = await this.database.query<Row & { until: Date }>(
      `select * from elevations where state = 'active' and kind = 'break_glass' and until > $1
        order by until limit 20`,
      [this.clock.now().toISOString()],
    );
    const people = await this.queries.execute(new ReadersOf(rows.map((row) => row.account_id)));
    return {
      items: rows.map(({ id: of, account_id: who, role, until }) => ({
        ...{ id: of, role, account: nameIn(people, who) },
        until: until.toISOString(),
      })),
    };
  }
}
