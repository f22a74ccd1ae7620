import type * as wire from '@wire/screening';
import { instant } from '@wire/primitives';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { NamesOf } from '../../../people/profiles';

type Row = Omit<wire.AlertRow, 'account' | 'raisedAt' | 'source'> & {
  accountId: string;
  entryId: string | null;
  raisedAt: Date;
};

const keys = z.tuple([instant, z.uuid()]);

/** Reasons to look at somebody, the newest first. */
export class FindAlerts extends Query<z.infer<typeof wire.alertRows>> {
  constructor(readonly filter: z.infer<typeof wire.findAlerts>) {
    super();
  }
}

@QueryHandler(FindAlerts)
export class FindAlertsHandler implements IQueryHandler<FindAlerts> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
  ) {}

  async execute({ filter: { state, kind, after, limit } }: FindAlerts) {
    const [at, id] = keysAfter(after, keys) ?? [null, null];
    const rows = await this.database.query<Row>(
      `select a.id, a.case_id as "caseId", a.account_id as "accountId", a.kind, a.strength, a.cause,
          c.state, a.listed_name as "listedName", a.entry_id as "entryId", a.score, a.rule,
          a.raised_at as "raisedAt"
        from screening_alerts a join screening_cases c on c.id = a.case_id
        where ($1::text is null or ($1 = 'resolved') = (c.state = 'resolved'))
          and ($2::text is null or a.kind = $2)
          and ($3::timestamptz is null or (a.raised_at, a.id) < ($3, $4::uuid))
        order by a.raised_at desc, a.id desc limit $5`,
      [state ?? null, kind ?? null, at, id, limit + 1],
    );
    const page = pageOf(rows, limit, (last) => [last.raisedAt.toISOString(), last.id]);
    const names = await this.queries.execute(
      new NamesOf(page.items.map(({ accountId }) => accountId)),
    );
    const items = page.items.map(({ accountId, entryId, raisedAt, ...row }) => ({
      ...row,
      account: { id: accountId, name: names.get(accountId)?.name ?? '' },
      source: (entryId?.split(':')[0] ?? null) as wire.ListSource | null,
      raisedAt: raisedAt.toISOString(),
    }));
    return { items, next: page.next };
  }
}
