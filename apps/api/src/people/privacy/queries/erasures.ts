import type * as wire from '@wire/privacy';
import { instant } from '@wire/primitives';
import { Clock } from '@kernel/clock';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { reject } from '@kernel/reject';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { ReadersOf } from '../../accounts';
import { NamesOf } from '../../profiles';
import { keptUntil, obstacles } from '../domain/erasure';
import { standingOf } from './standing';

interface Row {
  account_id: string;
  state: wire.Erasure['state'];
  approval_id: string;
  by_self: boolean;
  at: Date;
  until: Date | null;
  erased_at: Date | null;
}

interface Hold {
  id: string;
  reason: wire.PlaceHold['reason'];
  note: string;
  placed_by: string;
  placed_at: Date;
}

const keys = z.tuple([instant, z.uuid()]);

/** Who was erased, the latest first. */
export class FindErasures extends Query<z.infer<typeof wire.erasures>> {
  constructor(readonly filter: z.infer<typeof wire.findErasures>) {
    super();
  }
}

/** May this person be erased now, and what does the law keep? */
export class ErasureOutlookOf extends Query<wire.ErasureOutlook> {
  constructor(readonly accountId: string) {
    super();
  }
}

@QueryHandler(FindErasures)
export class FindErasuresHandler implements IQueryHandler<FindErasures> {
  constructor(private readonly database: Database) {}

  async execute({ filter: { state, after, limit } }: FindErasures) {
    const [at, id] = keysAfter(after, keys) ?? [null, null];
    const rows = await this.database.query<Row>(
      `select * from erasures where ($1::text is null or state = $1)
        and ($2::timestamptz is null or (at, account_id) < ($2, $3::uuid))
        order by at desc, account_id desc limit $4`,
      [state ?? null, at, id, limit + 1],
    );
    const page = pageOf(rows, limit, (last) => [last.at.toISOString(), last.account_id]);
    const items = page.items.map((row) => ({
      accountId: row.account_id,
      state: row.state,
      approvalId: row.by_self ? null : row.approval_id,
      at: row.at.toISOString(),
      until: row.until?.toISOString() ?? null,
      erasedAt: row.erased_at?.toISOString() ?? null,
    }));
    return { items, next: page.next };
  }
}

@QueryHandler(ErasureOutlookOf)
export class ErasureOutlookOfHandler implements IQueryHandler<ErasureOutlookOf> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
    private readonly clock: Clock,
  ) {}

  async execute({ accountId }: ErasureOutlookOf): Promise<wire.ErasureOutlook> {
    const people = await this.queries.execute(new ReadersOf([accountId]));
    const { roles } = people.get(accountId) ?? reject('accounts.not_found');
    const { standing, years } = await standingOf(this.database, accountId, roles);
    const holds = await this.database.query<Hold>(
      `select id, reason, note, placed_by, placed_at from legal_holds
        where account_id = $1 and lifted_at is null order by placed_at`,
      [accountId],
    );
    const by = holds.map(({ placed_by: person }) => person);
    const names = await this.queries.execute(new NamesOf(by));
    return {
      accountId,
      obstacles: obstacles(standing),
      holds: holds.map(({ id, reason, note, placed_by: person, placed_at: at }) => ({
        ...{ id, reason, note, at: at.toISOString() },
        by: { id: person, name: names.get(person)?.name ?? '' },
      })),
      keptUntil: keptUntil(standing, years, this.clock.now())?.toISOString() ?? null,
    };
  }
}
