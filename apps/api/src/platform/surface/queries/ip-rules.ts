import type * as wire from '@wire/surface';
import { instant } from '@wire/primitives';
import { Clock } from '@kernel/clock';
import { Database } from '@kernel/database';
import { caseOf } from '@kernel/http/gate';
import { keysAfter, pageOf } from '@kernel/paging';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { NamesOf } from '../../../people/profiles';

/** Who is kept out or let in, since when and why? */
export class FindIpRules extends Query<z.infer<typeof wire.ipRules>> {
  constructor(readonly filter: z.infer<typeof wire.findIpRules>) {
    super();
  }
}

interface Row extends Pick<wire.IpRule, 'id' | 'network' | 'effect' | 'reason' | 'note' | 'state'> {
  added_by: string;
  added_at: Date;
  expires_at: Date | null;
  approval_id: string | null;
  lifted_by: string | null;
  lifted_at: Date | null;
}

const keys = z.tuple([instant, z.uuid()]);

@QueryHandler(FindIpRules)
export class FindIpRulesHandler implements IQueryHandler<FindIpRules> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
    private readonly clock: Clock,
  ) {}

  async execute({ filter: { state, after, limit } }: FindIpRules) {
    const [at, id] = keysAfter(after, keys) ?? [null, null];
    const rows = await this.database.query<Row>(
      `select * from (select *, case when lifted_at is not null then 'lifted'
            when expires_at <= $1 then 'expired' else 'active' end as state from ip_rules) r
        where ($2::text is null or state = $2)
          and ($3::timestamptz is null or (added_at, id) < ($3, $4::uuid))
        order by added_at desc, id desc limit $5`,
      [this.clock.now().toISOString(), state ?? null, at, id, limit + 1],
    );
    const page = pageOf(rows, limit, (last) => [last.added_at.toISOString(), last.id]);
    const people = page.items.flatMap(({ added_by: by, lifted_by: lifter }) =>
      lifter ? [by, lifter] : [by],
    );
    const names = await this.queries.execute(new NamesOf(people));
    const who = (person: string) => ({ id: person, name: names.get(person)?.name ?? '' });
    const items = page.items.map((row) => ({
      id: row.id,
      caseId: caseOf(row.id),
      network: row.network,
      effect: row.effect,
      reason: row.reason,
      note: row.note,
      state: row.state,
      by: who(row.added_by),
      at: row.added_at.toISOString(),
      expiresAt: row.expires_at?.toISOString() ?? null,
      liftedBy: row.lifted_by ? who(row.lifted_by) : null,
      liftedAt: row.lifted_at?.toISOString() ?? null,
      approvalId: row.approval_id,
    }));
    return { items, next: page.next };
  }
}
