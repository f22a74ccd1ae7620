import type * as wire from '@wire/webhooks';
import { instant } from '@wire/primitives';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { NamesOf } from '../../../people/profiles';
import { endpointOf } from '../adapters/endpoint-rows';

type Filter = z.infer<typeof wire.findDeliveries>;

/** What was one endpoint of the caller told, and did it take it? */
export class DeliveriesTo extends Query<z.infer<typeof wire.webhookDeliveries>> {
  constructor(
    readonly endpointId: string,
    readonly filter: Filter,
  ) {
    super();
  }
}

/** What were all endpoints told, for whoever helps? Without what was said. */
export class FindDeliveries extends Query<z.infer<typeof wire.adminDeliveries>> {
  constructor(readonly filter: Filter) {
    super();
  }
}

interface Row extends Pick<
  wire.WebhookDelivery,
  'id' | 'type' | 'state' | 'attempts' | 'status' | 'problem' | 'payload'
> {
  account_id: string;
  url: string;
  took_ms: number | null;
  created_at: Date;
  last_at: Date | null;
}

const keys = z.tuple([instant, z.uuid()]);

function rowsOf(sql: Database, { state, after, limit }: Filter, endpointId: string | null) {
  const [at, id] = keysAfter(after, keys) ?? [null, null];
  return sql.query<Row>(
    `select d.*, e.url from webhook_deliveries d join webhook_endpoints e on e.id = d.endpoint_id
      where ($1::uuid is null or d.endpoint_id = $1) and ($2::text is null or d.state = $2)
        and ($3::timestamptz is null or (d.created_at, d.id) < ($3, $4::uuid))
      order by d.created_at desc, d.id desc limit $5`,
    [endpointId, state ?? null, at, id, limit + 1],
  );
}

const viewOf = (row: Row): wire.WebhookDelivery => ({
  id: row.id,
  type: row.type,
  state: row.state,
  attempts: row.attempts,
  status: row.status,
  problem: row.problem,
  tookMs: row.took_ms,
  createdAt: row.created_at.toISOString(),
  lastAt: row.last_at?.toISOString() ?? null,
  payload: row.payload,
});
const keysOf = ({ created_at: at, id }: Row) => [at.toISOString(), id];

@QueryHandler(DeliveriesTo)
export class DeliveriesToHandler implements IQueryHandler<DeliveriesTo> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute({ endpointId, filter }: DeliveriesTo) {
    await endpointOf(this.database, endpointId, this.context.actor.id);
    const rows = await rowsOf(this.database, filter, endpointId);
    const { items, next } = pageOf(rows, filter.limit, keysOf);
    return { items: items.map(viewOf), next };
  }
}

@QueryHandler(FindDeliveries)
export class FindDeliveriesHandler implements IQueryHandler<FindDeliveries> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
  ) {}

  async execute({ filter }: FindDeliveries) {
    const rows = await rowsOf(this.database, filter, null);
    const { items, next } = pageOf(rows, filter.limit, keysOf);
    const names = await this.queries.execute(new NamesOf(items.map((row) => row.account_id)));
    return {
      items: items.map((row) => ({
        ...viewOf(row),
        owner: { id: row.account_id, name: names.get(row.account_id)?.name ?? '' },
        host: new URL(row.url).host,
      })),
      next,
    };
  }
}
