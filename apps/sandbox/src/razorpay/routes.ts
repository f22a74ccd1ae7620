import type { FastifyInstance } from 'fastify';
import type { RazorpaySettings } from '../core/settings';
import type { Disputes } from './disputes';
import { collection } from './entities';
import { readAmount, readOptional, refuseUnknown, type Fields } from './fields';
import { requireKey } from './key';
import type { Orders } from './orders';
import type { Payments } from './payments';
import type { Refunds } from './refunds';
import { sendRefusal, unknownId } from './refusal';

interface Id {
  Params: { id: string };
}

/** Orders, payments and refunds of the gateway's REST API. */
export function razorpayRoutes(
  app: FastifyInstance,
  settings: RazorpaySettings,
  orders: Orders,
  payments: Payments,
  refunds: Refunds,
): void {
  app.setErrorHandler((error: Error, _request, reply) => {
    sendRefusal(error, reply);
  });
  app.addHook('onRequest', async (request) => {
    requireKey(request, settings);
  });
  app.post<{ Body: Fields | null }>('/orders', ({ body }) => orders.create(body ?? {}));
  app.get<{ Querystring: { receipt?: string; count?: string } }>('/orders', ({ query }) =>
    collection(orders.list(query.receipt, Number(query.count ?? 10))),
  );
  app.get<Id>('/orders/:id', ({ params }) => orders.file(params.id).order);
  app.get<Id>('/orders/:id/payments', ({ params }) =>
    collection(payments.ofOrder(orders.file(params.id).id)),
  );
  app.get<{ Querystring: { count?: string } }>('/payments', ({ query }) =>
    collection(payments.shelf.list({ limit: Number(query.count ?? 10) })),
  );
  app.get<Id>('/payments/:id', ({ params }) => payments.get(params.id));
  app.post<Id & { Body: Fields | null }>('/payments/:id/capture', ({ params, body }) => {
    const fields = body ?? {};
    refuseUnknown(fields, ['amount', 'currency']);
    const currency = readOptional(fields, 'currency') ?? 'INR';
    return payments.capture(params.id, readAmount(fields), currency);
  });
  refundRoutes(app, payments, refunds);
}

function refundRoutes(app: FastifyInstance, payments: Payments, refunds: Refunds): void {
  app.post<Id & { Body: Fields | null }>('/payments/:id/refund', ({ params, body, headers }) =>
    refunds.ask(params.id, headers['x-refund-idempotency'], body ?? {}),
  );
  app.get<Id>('/payments/:id/refunds', ({ params }) =>
    collection(refunds.ofPayment(payments.get(params.id).id)),
  );
  app.get<{ Params: { id: string; refundId: string } }>(
    '/payments/:id/refunds/:refundId',
    ({ params }) => {
      const refund = refunds.get(params.refundId);
      if (refund.payment_id !== params.id) throw unknownId();
      return refund;
    },
  );
  app.get<Id>('/refunds/:id', ({ params }) => refunds.get(params.id));
  app.get<{ Querystring: { count?: string } }>('/refunds', ({ query }) =>
    collection(refunds.shelf.list({ limit: Number(query.count ?? 10) })),
  );
}

/** Disputes of payments: read them, contest them, accept them. */
export function disputeRoutes(
  app: FastifyInstance,
  settings: RazorpaySettings,
  disputes: Disputes,
): void {
  app.setErrorHandler((error: Error, _request, reply) => {
    sendRefusal(error, reply);
  });
  app.addHook('onRequest', async (request) => {
    requireKey(request, settings);
  });
  app.get<{ Querystring: { count?: string } }>('/disputes', ({ query }) =>
    collection(disputes.shelf.list({ limit: Number(query.count ?? 10) })),
  );
  app.get<Id>('/disputes/:id', ({ params }) => disputes.get(params.id));
  app.patch<Id & { Body: Fields | null }>('/disputes/:id/contest', ({ params, body }) =>
    disputes.contest(params.id, body ?? {}),
  );
  app.post<Id>('/disputes/:id/accept', ({ params }) => disputes.say(params.id, 'lost'));
}
