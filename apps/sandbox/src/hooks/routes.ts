import type { FastifyInstance } from 'fastify';
import type { Hooks } from './hooks';

interface Here {
  Params: { inbox: string };
}

const inbox = { type: 'string', pattern: '^[a-z0-9-]{1,40}$' };
const params = { type: 'object', properties: { inbox } };
const settings = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    secret: { type: 'string', maxLength: 200 },
    status: { type: 'integer', minimum: 200, maximum: 599 },
  },
};
const filter = {
  type: 'object',
  additionalProperties: false,
  properties: { limit: { type: 'integer', minimum: 1, maximum: 500, default: 50 } },
};

/** Where the product sends: any JSON, read as it came, because the signature is over the bytes. */
export function hookRoutes(app: FastifyInstance, hooks: Hooks): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.post<Here & { Body: string }>(
    '/:inbox',
    { schema: { params } },
    ({ params: { inbox: name }, headers, body }, reply) =>
      reply.code(hooks.hear(name, headers, body)).send(),
  );
}

export function hooksApi(app: FastifyInstance, hooks: Hooks): void {
  app.get<{ Querystring: { limit: number } }>(
    '/api/hooks',
    {
      config: { says: 'What the product told to `/hooks/<inbox>`, newest first.' },
      schema: { querystring: filter },
    },
    ({ query: { limit } }) => ({ inboxes: hooks.all(), items: hooks.heard.list({ limit }) }),
  );
  app.put<Here & { Body: { secret?: string; status?: number } }>(
    '/api/hooks/:inbox',
    {
      config: { says: 'The secret of an inbox, and what it answers: {secret, status}.' },
      schema: { params, body: settings },
    },
    ({ params: { inbox: name }, body }) => {
      const { status, secret } = hooks.set(name, body);
      return { inbox: name, hasSecret: secret !== '', status };
    },
  );
  const forget = { config: { says: 'Forgets what was heard.' } };
  app.delete('/api/hooks', forget, (_request, reply) => {
    hooks.heard.clear();
    return reply.code(204).send();
  });
}
