import type { FastifyInstance } from 'fastify';
import { linksIn } from '../mailbox/mail';
import { codesIn, type Text } from './message';
import type { Phone, PhoneBehaviour, Reply } from './phone';

const filter = {
  type: 'object',
  additionalProperties: false,
  properties: {
    to: { type: 'string' },
    after: { type: 'string' },
    limit: { type: 'integer', minimum: 1, maximum: 500, default: 50 },
  },
};

const behaviourSchema = {
  type: 'object',
  required: ['unreachable'],
  additionalProperties: false,
  properties: { unreachable: { type: 'array', items: { type: 'string' }, maxItems: 1_000 } },
};

const replySchema = {
  type: 'object',
  required: ['from', 'body'],
  additionalProperties: false,
  properties: {
    from: { type: 'string', pattern: '^\\+[1-9]\\d{6,14}$' },
    body: { type: 'string', minLength: 1, maxLength: 1_600 },
  },
};

interface Filter {
  to?: string;
  after?: string;
  limit: number;
}

export function phoneApi(app: FastifyInstance, phone: Phone): void {
  const list = {
    config: { says: 'Text messages, newest first. `after` is the id of one.' },
    schema: { querystring: filter },
  };
  app.get<{ Querystring: Filter }>('/api/phone', list, ({ query: { to, after, limit } }) => {
    const page = {
      limit,
      ...(to === undefined ? {} : { tag: to }),
      ...(after === undefined ? {} : { after }),
    };
    return { items: phone.texts.list(page).map(toItem) };
  });
  const clear = { config: { says: 'Forgets all text messages.' } };
  app.delete('/api/phone', clear, (_request, reply) => {
    phone.texts.clear();
    return reply.code(204).send();
  });
  const answer = {
    config: {
      says: 'Answers from a phone: {from, body}. After STOP it takes no texts; START ends that.',
    },
    schema: { body: replySchema },
  };
  app.post<{ Body: Reply }>('/api/phone/replies', answer, ({ body }) => phone.reply(body));
  const read = { config: { says: 'Which phones are unreachable.' } };
  app.get('/api/phone/behaviour', read, () => phone.behaviour.get());
  const behave = {
    config: { says: 'Switches phones off: {unreachable: [number]}.' },
    schema: { body: behaviourSchema },
  };
  app.put<{ Body: PhoneBehaviour }>('/api/phone/behaviour', behave, ({ body }) =>
    phone.behaviour.set(body),
  );
}

function toItem({ id, message, receivedAt }: Text): object {
  const { to, from, body, status } = message;
  return { id, to, from, body, status, codes: codesIn(body), links: linksIn('', body), receivedAt };
}
