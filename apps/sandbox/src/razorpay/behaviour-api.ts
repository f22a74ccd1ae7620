import type { FastifyInstance } from 'fastify';
import type { OrderBehaviour } from './entities';
import type { Orders } from './orders';
import type { Payments } from './payments';

const behaviourSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    orderId: { type: 'string' },
    outcome: { enum: ['success', 'challenge', 'decline', 'pending', 'timeout', 'no_return'] },
    duplicate: { type: 'integer', minimum: 0, maximum: 20 },
    outOfOrder: { type: 'boolean' },
    delayMs: { type: 'integer', minimum: 0, maximum: 3_600_000 },
    drop: { type: 'boolean' },
    pendingMs: { type: 'integer', minimum: 0, maximum: 3_600_000 },
    holdMs: { type: 'integer', minimum: 0, maximum: 600_000 },
  },
};

type Script = OrderBehaviour & { orderId?: string };

export function gatewayApi(app: FastifyInstance, orders: Orders, payments: Payments): void {
  const script = {
    config: {
      says:
        'Scripts the next order, or the one named: ' +
        '{orderId?, outcome, duplicate, outOfOrder, delayMs, drop, pendingMs, holdMs}.',
    },
    schema: { body: behaviourSchema },
  };
  app.put<{ Body: Script }>('/api/razorpay/behaviour', script, ({ body }) => {
    const { orderId, ...behaviour } = body;
    return orderId === undefined ? orders.next.set(behaviour) : orders.behave(orderId, behaviour);
  });
  const next = { config: { says: 'What the next order will do.' } };
  app.get('/api/razorpay/behaviour', next, () => orders.next.get());
  const list = { config: { says: 'Orders with their payments, newest first.' } };
  app.get('/api/razorpay/orders', list, () => ({
    items: orders.files.list().map(({ order, autoCapture, behaviour }) => ({
      order,
      autoCapture,
      behaviour,
      payments: payments.ofOrder(order.id),
    })),
  }));
}
