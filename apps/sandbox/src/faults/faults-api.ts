import type { FastifyInstance } from 'fastify';
import { failAfter, failBefore, type Fault, type Faults } from './faults';

const faultSchema = {
  type: 'object',
  required: ['path', 'kind'],
  additionalProperties: false,
  properties: {
    method: { enum: ['GET', 'POST'], default: 'POST' },
    path: { type: 'string', pattern: '^/(razorpay|twilio|lists)(/|$)' },
    kind: { enum: ['timeout', 'slow', 'error'] },
    when: { enum: ['before', 'after'], default: 'before' },
    times: { type: 'integer', minimum: 1, maximum: 10_000, default: 1 },
    holdMs: { type: 'integer', minimum: 0, maximum: 600_000, default: 60_000 },
    status: { type: 'integer', minimum: 400, maximum: 599, default: 503 },
  },
};

export function faultsApi(app: FastifyInstance, faults: Faults): void {
  app.decorateRequest('fault', null);
  app.addHook('onRequest', async (request, reply) => {
    if (!/^\/(razorpay|twilio|lists)\//.test(request.url)) return;
    request.fault = faults.take(request.method, request.url);
    await failBefore(request, reply);
  });
  // After the handler and before the answer: the effect stays, the answer does not.
  app.addHook('preSerialization', (request, reply, answer) => failAfter(request, reply, answer));

  const add = {
    config: { says: 'The next calls go wrong: {path, kind, when?, times?, holdMs?, status?}.' },
    schema: { body: faultSchema },
  };
  app.post<{ Body: Omit<Fault, 'id'> }>('/api/faults', add, ({ body }) => faults.add(body));
  const list = { config: { says: 'Faults that still wait for a call.' } };
  app.get('/api/faults', list, () => ({ items: faults.list() }));
  const clear = { config: { says: 'Everything works again.' } };
  app.delete('/api/faults', clear, (_request, reply) => {
    faults.clear();
    return reply.code(204).send();
  });
}
