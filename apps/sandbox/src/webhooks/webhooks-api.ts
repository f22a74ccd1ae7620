import type { FastifyInstance } from 'fastify';
import { signHex } from '../core/ids';
import { notFound } from '../core/problem';
import type { Attempt, Delivery } from './delivery';
import type { Webhooks } from './webhooks';

interface Forgery {
  deliveryId?: string;
  event?: string;
  payload?: object;
  secret?: string;
}

const filter = {
  type: 'object',
  additionalProperties: false,
  properties: {
    about: { type: 'string' },
    event: { type: 'string' },
    status: { enum: ['waiting', 'delivered', 'lost', 'gave_up'] },
    after: { type: 'string' },
    limit: { type: 'integer', minimum: 1, maximum: 500, default: 100 },
  },
};

const forgery = {
  type: 'object',
  additionalProperties: false,
  properties: {
    deliveryId: { type: 'string' },
    event: { type: 'string' },
    payload: { type: 'object' },
    secret: { type: 'string' },
  },
};

const order = {
  type: 'object',
  required: ['ids'],
  additionalProperties: false,
  properties: { ids: { type: 'array', minItems: 1, items: { type: 'string' } } },
};

const times = {
  type: ['object', 'null'],
  additionalProperties: false,
  properties: { times: { type: 'integer', minimum: 1, maximum: 20 } },
};

interface Filter {
  about?: string;
  event?: string;
  status?: string;
  after?: string;
  limit: number;
}

export function webhooksApi(app: FastifyInstance, webhooks: Webhooks): void {
  const list = { config: { says: 'Deliveries, newest first.' }, schema: { querystring: filter } };
  app.get<{ Querystring: Filter }>('/api/webhooks', list, ({ query }) => ({
    items: find(webhooks, query),
  }));

  const again = {
    config: { says: 'Sends a delivery again now, same event id: {times?}. Answers the attempts.' },
    schema: { body: times },
  };
  app.post<{ Params: { id: string }; Body: { times?: number } | null }>(
    '/api/webhooks/:id/redeliver',
    again,
    async ({ params, body }) => {
      const ids = Array.from({ length: body?.times ?? 1 }, () => params.id);
      return { attempts: await sendAll(webhooks, ids) };
    },
  );

  const reorder = {
    config: { says: 'Sends the named deliveries now, in the order given: {ids}.' },
    schema: { body: order },
  };
  app.post<{ Body: { ids: string[] } }>('/api/webhooks/reorder', reorder, async ({ body }) => ({
    attempts: await sendAll(webhooks, body.ids),
  }));

  const forge = {
    config: {
      says: 'Sends an event with a wrong signature: {deliveryId} or {event, payload}, {secret?}.',
    },
    schema: { body: forgery },
  };
  app.post<{ Body: Forgery }>('/api/webhooks/forge', forge, async ({ body }) => ({
    attempt: await sendForged(webhooks, body),
  }));
}

function find(webhooks: Webhooks, { about, event, status, after, limit }: Filter): Delivery[] {
  const page = {
    limit: event || status ? 5_000 : limit,
    ...(about === undefined ? {} : { tag: about }),
    ...(after === undefined ? {} : { after }),
  };
  return webhooks.deliveries
    .list(page)
    .filter((one) => event === undefined || one.event === event)
    .filter((one) => status === undefined || one.status === status)
    .slice(0, limit);
}

async function sendAll(webhooks: Webhooks, ids: string[]): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  for (const id of ids) {
    const attempt = await webhooks.sendNow(id);
    if (!attempt) throw notFound('webhook delivery');
    attempts.push(attempt);
  }
  return attempts;
}

function sendForged(webhooks: Webhooks, forgery: Forgery): Promise<Attempt> {
  const copied = forgery.deliveryId ? webhooks.deliveries.get(forgery.deliveryId) : undefined;
  if (forgery.deliveryId && !copied) throw notFound('webhook delivery');
  const event = copied?.event ?? forgery.event ?? 'payment.captured';
  const body = copied?.body ?? JSON.stringify({ entity: 'event', event, payload: forgery.payload });
  return webhooks.forge(event, body, signHex(forgery.secret ?? 'not-the-secret', body));
}
