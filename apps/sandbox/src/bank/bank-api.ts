import type { FastifyInstance } from 'fastify';
import type { Bank } from './bank';
import type { PayoutBehaviour } from './entities';
import type { Payouts } from './payouts';

const behaviourSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    outcome: { enum: ['processed', 'failed', 'reversed', 'timeout', 'queued'] },
    stepMs: { type: 'integer', minimum: 0, maximum: 3_600_000 },
    holdMs: { type: 'integer', minimum: 0, maximum: 600_000 },
  },
};

const filter = {
  type: 'object',
  additionalProperties: false,
  properties: {
    account: { type: 'string' },
    limit: { type: 'integer', minimum: 1, maximum: 100_000, default: 100 },
  },
};

export function bankApi(app: FastifyInstance, bank: Bank, payouts: Payouts): void {
  const accounts = { config: { says: 'Accounts with their balances in paise.' } };
  app.get('/api/bank/accounts', accounts, () => ({ items: bank.accounts() }));
  const transfers = {
    config: { says: 'Movements, newest first.' },
    schema: { querystring: filter },
  };
  app.get<{ Querystring: { account?: string; limit: number } }>(
    '/api/bank/transfers',
    transfers,
    ({ query: { account, limit } }) => ({
      items: account === undefined ? bank.transfers.list({ limit }) : bank.of(account, limit),
    }),
  );
  const list = { config: { says: 'Payouts with what they will do, newest first.' } };
  app.get('/api/payouts', list, () => ({ items: payouts.files.list() }));
  const read = { config: { says: 'What the next payout will do.' } };
  app.get('/api/payouts/behaviour', read, () => payouts.next.get());
  const script = {
    config: { says: 'Scripts the next payout: {outcome?, stepMs?, holdMs?}.' },
    schema: { body: behaviourSchema },
  };
  app.put<{ Body: PayoutBehaviour }>('/api/payouts/behaviour', script, ({ body }) =>
    payouts.next.set(body),
  );
  const reverse = { config: { says: 'The bank sends a payout back.' } };
  app.post<{ Params: { id: string } }>('/api/payouts/:id/reverse', reverse, ({ params }) =>
    payouts.reverse(params.id),
  );
}
