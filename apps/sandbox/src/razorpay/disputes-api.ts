import type { FastifyInstance } from 'fastify';
import type { Disputes, Raise } from './disputes';

const raiseSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['paymentId'],
  properties: {
    paymentId: { type: 'string' },
    amount: { type: 'integer', minimum: 100 },
    phase: { enum: ['retrieval', 'chargeback', 'pre_arbitration', 'arbitration'] },
    reasonCode: { type: 'string', maxLength: 100 },
    respondInDays: { type: 'number', minimum: 0, maximum: 90 },
  },
};

const words = ['action_required', 'under_review', 'won', 'lost', 'closed', 'escalate'] as const;
const saySchema = {
  type: 'object',
  additionalProperties: false,
  required: ['word'],
  properties: { word: { enum: words } },
};

/** The payer's bank, played by whoever asks. */
export function disputesApi(app: FastifyInstance, disputes: Disputes): void {
  const list = { config: { says: 'Disputes of payments, newest first.' } };
  app.get('/api/disputes', list, () => ({ items: disputes.shelf.list() }));
  const raise = {
    config: {
      says: 'A payer’s bank takes a payment back: {paymentId, amount?, phase?, reasonCode?, respondInDays?}.',
    },
    schema: { body: raiseSchema },
  };
  app.post<{ Body: Raise }>('/api/disputes', raise, ({ body }) => disputes.raise(body));
  const say = {
    config: { says: `What the bank says next: {word}, one of ${words.join(', ')}.` },
    schema: { body: saySchema },
  };
  app.post<{ Params: { id: string }; Body: { word: (typeof words)[number] } }>(
    '/api/disputes/:id/say',
    say,
    ({ params: { id }, body: { word } }) =>
      word === 'escalate' ? disputes.escalate(id) : disputes.say(id, word),
  );
}
