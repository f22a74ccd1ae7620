import type { FastifyInstance } from 'fastify';
import type { Lists } from './lists';

interface Named {
  Params: { name: string };
}

/** What was seen before is not sent again, by its mark or, without one, by its time. */
export function listRoutes(app: FastifyInstance, lists: Lists): void {
  app.get<Named>('/:name', ({ params, headers }, reply) => {
    const { text, type, etag, lastModified } = lists.of(params.name);
    reply.headers({ etag, 'last-modified': lastModified });
    const { 'if-none-match': mark, 'if-modified-since': since } = headers;
    const isKnown = mark === undefined ? since === lastModified : mark === etag;
    return isKnown ? reply.code(304).send() : reply.type(type).send(text);
  });
}

export function listsApi(app: FastifyInstance, lists: Lists): void {
  const listed = { config: { says: 'The lists of fictional names under `/lists/<name>`.' } };
  app.get('/api/lists', listed, () => ({ items: lists.all() }));
  app.put<Named & { Body: { text: string } }>(
    '/api/lists/:name',
    {
      config: { says: 'Publishes a list anew: {text}, in the format of its file.' },
      schema: {
        body: {
          type: 'object',
          additionalProperties: false,
          required: ['text'],
          properties: { text: { type: 'string', maxLength: 500_000 } },
        },
      },
    },
    ({ params, body }) => {
      const { etag, lastModified } = lists.publish(params.name, body.text);
      return { name: params.name, etag, lastModified };
    },
  );
}
