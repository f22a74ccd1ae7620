import type { FastifyInstance } from 'fastify';
import { demoSeed, read } from './authenticator';

const asked = {
  type: 'object',
  properties: { seed: { type: 'string', pattern: '^[A-Z2-7]{16,64}$' } },
};

export function authenticatorApi(app: FastifyInstance): void {
  app.get<{ Querystring: { seed?: string } }>(
    '/api/authenticator',
    {
      config: { says: 'The code of this half minute and of the next; ?seed= for another key.' },
      schema: { querystring: asked },
    },
    ({ query }) => read(query.seed ?? demoSeed),
  );
}
