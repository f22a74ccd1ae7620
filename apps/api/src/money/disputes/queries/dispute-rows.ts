import { money, type Currency } from '@money';
import type { DisputeRow, DisputeState, FindDisputes, Side } from '@wire/disputes';
import { disputeCategory, type disputeStep } from '@wire/disputes';
import { abilityFor } from '@wire/permissions';
import { id, instant, type Person } from '@wire/primitives';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { permittedWays } from '@kernel/permitted';
import { reject } from '@kernel/reject';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { NamesOf } from '../../../people/profiles';

type Step = z.infer<typeof disputeStep>;

export interface Row {
  readonly id: string;
  readonly contract_id: string;
  readonly contract_title: string;
  readonly client_id: string;
  readonly provider_id: string;
  readonly opened_by: Side;
  readonly category: string;
  readonly amount: string;
  readonly currency: Currency;
  readonly state: DisputeState;
  readonly owner: Step['owner'];
  readonly deadline: Date | null;
  readonly default_outcome: Step['defaultOutcome'];
  readonly mediator_id: string | null;
  readonly panel: string[];
  readonly opened_at: Date;
  readonly updated_at: Date;
}

export function rowOf(
  row: Row,
  people: ReadonlyMap<string, Person>,
  isMine: (row: Row) => boolean,
): DisputeRow {
  return {
    ...{ id: row.id, contractId: row.contract_id, contractTitle: row.contract_title },
    category: disputeCategory.parse(row.category),
    amount: money(BigInt(row.amount), row.currency),
    openedBy: row.opened_by,
    client: people.get(row.client_id) ?? reject('profiles.not_found'),
    provider: people.get(row.provider_id) ?? reject('profiles.not_found'),
    step: {
      ...{ state: row.state, owner: row.owner, mine: isMine(row) },
      deadline: row.deadline?.toISOString() ?? null,
      defaultOutcome: row.default_outcome,
    },
    openedAt: row.opened_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

/** What rules about disputes may look at. */
const columns = { clientId: 'client_id', providerId: 'provider_id' };

/** The first page of one way to be allowed, so that each side walks its own index. */
const page = (allowed: string): string => `select * from disputes where ${allowed}
  and ($1::text is null or state = $1) and ($2::uuid is null or contract_id = $2)
  and ($3::timestamptz is null or (updated_at, id) < ($3, $4::uuid))
  order by updated_at desc, id desc limit $5`;

/** The disputes of the asking person, last moved first. */
export class MyDisputes extends Query<{ items: DisputeRow[]; next: string | null }> {
  constructor(readonly filter: FindDisputes) {
    super();
  }
}

@QueryHandler(MyDisputes)
export class MyDisputesHandler implements IQueryHandler<MyDisputes> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ filter: { state, contractId, after, limit } }: MyDisputes) {
    const { id: viewer } = this.context.actor;
    const [movedAt, last] = keysAfter(after, z.tuple([instant, id])) ?? [null, null];
    const ability = abilityFor(this.context.actor);
    const ways = permittedWays(ability, ['read', 'Dispute'], columns, 6);
    const found = await this.database.query<Row>(
      `select * from (${ways.map(({ sql }) => `(${page(sql)})`).join(' union ')}) every_way
        order by updated_at desc, id desc limit $5`,
      [
        ...[state ?? null, contractId ?? null, movedAt, last, limit + 1],
        ...ways.flatMap(({ values }) => values),
      ],
    );
    const { items, next } = pageOf(found, limit, (row) => [row.updated_at.toISOString(), row.id]);
    const ids = items.flatMap((row) => [row.client_id, row.provider_id]);
    const people = await this.queries.execute(new NamesOf(new Set(ids)));
    const isMine = ({ owner, client_id: client }: Row) =>
      owner === 'both' || owner === (client === viewer ? 'client' : 'provider');
    return { items: items.map((row) => rowOf(row, people, isMine)), next };
  }
}
