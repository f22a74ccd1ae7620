import { webhookEvents, type WebhookEndpoint, type WebhookEvent } from '@wire/webhooks';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { viewOf, type EndpointRow } from '../adapters/endpoint-rows';

/** Where does the caller want to be told? */
export class MyEndpoints extends Query<{ items: WebhookEndpoint[] }> {}

/** Of what can one be told, and in which shape? */
export class EventCatalogue extends Query<{ items: { type: WebhookEvent; schema: object }[] }> {}

@QueryHandler(MyEndpoints)
export class MyEndpointsHandler implements IQueryHandler<MyEndpoints> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute(): Promise<{ items: WebhookEndpoint[] }> {
    const rows = await this.database.query<EndpointRow>(
      'select * from webhook_endpoints where account_id = $1 order by created_at, id',
      [this.context.actor.id],
    );
    return { items: rows.map(viewOf) };
  }
}

const catalogue = Object.entries(webhookEvents).map(([type, schema]) => ({
  type: type as WebhookEvent,
  schema: z.toJSONSchema(schema),
}));

@QueryHandler(EventCatalogue)
export class EventCatalogueHandler implements IQueryHandler<EventCatalogue> {
  execute(): Promise<{ items: { type: WebhookEvent; schema: object }[] }> {
    return Promise.resolve({ items: catalogue });
  }
}
