import type { FastifyInstance } from 'fastify';
import { problem } from '../core/problem';
import type { NameServer } from './name-server';

const text = { type: 'string', minLength: 1, maxLength: 1_000 };
const name = { type: 'string', minLength: 1, maxLength: 253 };
const body = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'text'],
  properties: { name, text },
};

/** Texts of the DNS, for whoever shows that a domain is theirs. */
export function namesApi(app: FastifyInstance, names: NameServer): void {
  app.get(
    '/api/names',
    { config: { says: 'The TXT records that the name server answers with, over UDP.' } },
    () => ({ port: names.listeningPort, items: names.texts.list({ limit: 500 }) }),
  );
  app.post<{ Body: { name: string; text: string } }>(
    '/api/names',
    { config: { says: 'Puts a TXT record there: {name, text}.' }, schema: { body } },
    ({ body: sent }, reply) => reply.code(201).send(names.put(sent.name, sent.text)),
  );
  app.delete<{ Params: { name: string } }>(
    '/api/names/:name',
    { config: { says: 'Takes the records of a name away.' } },
    ({ params }, reply) => {
      if (names.forget(params.name) === 0)
        throw problem(404, 'sandbox.not_found', 'There is no record of this name.');
      return reply.code(204).send();
    },
  );
}
