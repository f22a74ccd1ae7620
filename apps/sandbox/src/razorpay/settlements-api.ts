import type { FastifyInstance } from 'fastify';
import type { RazorpaySettings } from '../core/settings';
import { collection } from './entities';
import { requireKey } from './key';
import { sendRefusal } from './refusal';
import type { Difference, Settlements } from './settlements';

const differenceSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['kind'],
  properties: {
    kind: {
      enum: ['missing', 'extra', 'wrong_amount', 'wrong_fee', 'late', 'currency', 'truncated'],
    },
    entityId: { type: 'string', maxLength: 60 },
    date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    by: { type: 'integer' },
    print: { type: 'string', maxLength: 60 },
    days: { type: 'integer', minimum: 1, maximum: 60 },
    currency: { type: 'string', maxLength: 10 },
  },
};

interface Asked {
  Querystring: { year?: string; month?: string; day?: string; count?: string; skip?: string };
}

/** The statement of settlements, in pages of at most a thousand. */
export function settlementRoutes(
  app: FastifyInstance,
  settings: RazorpaySettings,
  settlements: Settlements,
): void {
  app.setErrorHandler((error: Error, _request, reply) => sendRefusal(error, reply));
  app.addHook('onRequest', async (request) => requireKey(request, settings));
  app.get<Asked>('/settlements/recon/combined', async ({ query }, reply) => {
    const { year = '', month = '', day = '', count = '10', skip = '0' } = query;
    const date = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
    const first = Number(skip);
    const items = settlements.of(date).slice(first, first + Math.min(Number(count), 1_000));
    const page = collection(items);
    if (!settlements.isTruncated(date)) return page;
    // The connection ended in the middle of the statement: fewer rows than it says.
    return reply.send({ ...page, items: items.slice(0, -1) });
  });
}

/** Plants differences between what happened and what statements say. */
export function settlementsApi(app: FastifyInstance, settlements: Settlements): void {
  const list = { config: { says: 'What statements say that did not happen so.' } };
  app.get('/api/statements/differences', list, () => ({ items: settlements.differences.list() }));
  const plant = {
    config: {
      says: 'Plants a difference: {kind, entityId?, date?, by?, print?, days?, currency?}.',
    },
    schema: { body: differenceSchema },
  };
  app.post<{ Body: Omit<Difference, 'id'> }>('/api/statements/differences', plant, ({ body }) =>
    settlements.plant(body),
  );
  const forget = { config: { says: 'Statements tell the truth again.' } };
  app.delete('/api/statements/differences', forget, async (_request, reply) => {
    settlements.differences.clear();
    return reply.code(204).send();
  });
}
