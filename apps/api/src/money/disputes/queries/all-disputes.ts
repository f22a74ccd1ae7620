import { money } from '@money';
import type { consoleRows, FindConsole } from '@wire/dispute-console';
import { id, instant } from '@wire/primitives';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { NamesOf } from '../../../people/profiles';
import { needsSecondPerson } from '../domain/ruling';
import { rowOf, type Row } from './dispute-rows';

type ConsoleRows = z.infer<typeof consoleRows>;

/** Every dispute for mediators, nearest deadline first, those without one at the end. */
export class AllDisputes extends Query<ConsoleRows> {
  constructor(readonly filter: FindConsole) {
    super();
  }
}

const hourMs = 3_600_000;
const far = '9999-12-31T00:00:00.000Z';

@QueryHandler(AllDisputes)
export class AllDisputesHandler implements IQueryHandler<AllDisputes> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
  ) {}

  async execute({ filter }: AllDisputes): Promise<ConsoleRows> {
    const { id: viewer } = this.context.actor;
    const { state, category, mine, q, after, limit } = filter;
    const [deadline, last] = keysAfter(after, z.tuple([instant, id])) ?? [null, null];
    const whole = id.safeParse(q).data ?? null;
    const part = q && !whole ? `%${q.replaceAll(/[\\%_]/g, '\\$&')}%` : null;
    const found = await this.database.query<Row>(
      `select * from disputes
        where ($1::text is null or state = $1) and ($2::text is null or category = $2)
          and ($3::uuid is null or mediator_id = $3 or $3 = any(panel))
          and ($4::uuid is null or id = $4 or contract_id = $4)
          and ($5::text is null or contract_title ilike $5)
          and ($6::timestamptz is null or (coalesce(deadline, '${far}'), id) > ($6, $7::uuid))
        order by coalesce(deadline, '${far}'), id limit $8`,
      [
        ...[state ?? null, category ?? null, mine ? viewer : null, whole, part],
        ...[deadline, last, limit + 1],
      ],
    );
    const { items, next } = pageOf(found, limit, (row) => [
      row.deadline?.toISOString() ?? far,
      row.id,
    ]);
    const people = await this.queries.execute(new NamesOf(new Set(items.flatMap(everybody))));
    return { items: items.map((row) => this.show(row, people, viewer)), next };
  }

  private show(row: Row, people: Parameters<typeof rowOf>[1], viewer: string) {
    const mediator = people.get(row.mediator_id ?? '');
    const isMine = ({ owner, mediator_id: of, panel }: Row) =>
      (owner === 'mediator' && of === viewer) || (owner === 'panel' && panel.includes(viewer));
    const left = row.deadline ? row.deadline.getTime() - this.clock.now().getTime() : null;
    return {
      ...rowOf(row, people, isMine),
      mediator: mediator ? { id: mediator.id, name: mediator.name } : null,
      hoursLeft: left === null ? null : Math.floor(left / hourMs),
      needsSecondPerson: needsSecondPerson({ amount: money(BigInt(row.amount), row.currency) }),
    };
  }
}

const everybody = (row: Row): string[] => [
  ...[row.client_id, row.provider_id, ...(row.mediator_id ? [row.mediator_id] : [])],
];
