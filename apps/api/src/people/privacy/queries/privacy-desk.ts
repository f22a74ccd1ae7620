import type {
  FindRequests as Wanted,
  heldPeople,
  privacyRequests,
  findHeld,
} from '@wire/retention';
import type { PrivacyRequest } from '@wire/retention';
import { instant } from '@wire/primitives';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { NamesOf } from '../../profiles';
import { answerMs } from '../domain/own-requests';

const keys = z.tuple([instant, z.uuid()]);

interface Row {
  readonly id: string;
  readonly account_id: string;
  readonly kind: PrivacyRequest['kind'];
  readonly state: PrivacyRequest['state'];
  readonly asked_at: Date;
  readonly answered_at: Date | null;
}

interface Held {
  readonly id: string;
  readonly account_id: string;
  readonly reason: 'litigation' | 'investigation' | 'authority';
  readonly placed_by: string;
  readonly placed_at: Date;
}

/** What did people ask about their data, and by when is it to be answered? */
export class FindRequests extends Query<z.infer<typeof privacyRequests>> {
  constructor(readonly filter: Wanted) {
    super();
  }
}

/** Whose data has to stay? */
export class FindHeld extends Query<z.infer<typeof heldPeople>> {
  constructor(readonly filter: z.infer<typeof findHeld>) {
    super();
  }
}

const requests = `select * from (
    (select id, account_id, 'export' as kind, state, asked_at, ready_at as answered_at
      from data_exports where $1::text is distinct from 'deletion'
        and ($3::timestamptz is null or (asked_at, id) < ($3, $4::uuid))
        and ($2::boolean is null or (state = 'making') = $2)
      order by asked_at desc, id desc limit $5)
    union all
    (select id, account_id, 'deletion' as kind, state, asked_at, ended_at as answered_at
      from deletion_requests where $1::text is distinct from 'export'
        and ($3::timestamptz is null or (asked_at, id) < ($3, $4::uuid))
        and ($2::boolean is null or (state = 'scheduled') = $2)
      order by asked_at desc, id desc limit $5)
  ) both_kinds order by asked_at desc, id desc limit $5`;

@QueryHandler(FindRequests)
export class FindRequestsHandler implements IQueryHandler<FindRequests> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
  ) {}

  async execute({ filter: { kind, open, after, limit } }: FindRequests) {
    const [at, id] = keysAfter(after, keys) ?? [null, null];
    const rows = await this.database.query<Row>(requests, [
      ...[kind ?? null, open ?? null, at, id, limit + 1],
    ]);
    const found = pageOf(rows, limit, (last) => [last.asked_at.toISOString(), last.id]);
    const names = await this.queries.execute(new NamesOf(found.items.map((row) => row.account_id)));
    const items = found.items.map((row) => ({
      id: row.id,
      accountId: row.account_id,
      name: names.get(row.account_id)?.name ?? '',
      kind: row.kind,
      state: row.state,
      askedAt: row.asked_at.toISOString(),
      answerBy: new Date(row.asked_at.getTime() + answerMs).toISOString(),
      answeredAt: row.answered_at?.toISOString() ?? null,
    }));
    return { items, next: found.next };
  }
}

@QueryHandler(FindHeld)
export class FindHeldHandler implements IQueryHandler<FindHeld> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
  ) {}

  async execute({ filter: { after, limit } }: FindHeld) {
    const [at, id] = keysAfter(after, keys) ?? [null, null];
    const rows = await this.database.query<Held>(
      `select id, account_id, reason, placed_by, placed_at from legal_holds
        where lifted_at is null and ($1::timestamptz is null or (placed_at, id) < ($1, $2::uuid))
        order by placed_at desc, id desc limit $3`,
      [at, id, limit + 1],
    );
    const found = pageOf(rows, limit, (last) => [last.placed_at.toISOString(), last.id]);
    const people = found.items.flatMap((row) => [row.account_id, row.placed_by]);
    const names = await this.queries.execute(new NamesOf(people));
    const who = (person: string) => ({ id: person, name: names.get(person)?.name ?? '' });
    const items = found.items.map((row) => ({
      ...{ id: row.id, account: who(row.account_id), reason: row.reason, by: who(row.placed_by) },
      at: row.placed_at.toISOString(),
    }));
    return { items, next: found.next };
  }
}
