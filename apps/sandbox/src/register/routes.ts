import type { FastifyInstance, FastifyReply } from 'fastify';
import { isSame } from '../core/ids';
import type { Companies, Listed } from './companies';

const version = '0.4.8';
const root = '/v0.4/companies';

const shown = ({ id, officers, ...company }: Listed) => ({
  ...company,
  opencorporates_url: `https://opencorporates.com/companies/${id}`,
  officers: officers.map((name) => ({ officer: { name, position: 'director', inactive: false } })),
});

const refuse = (reply: FastifyReply, status: number, message: string): FastifyReply =>
  reply.code(status).send({ api_version: version, error: { message } });

/** The part of OpenCorporates' REST API that finds a company. */
export function registerRoutes(app: FastifyInstance, token: string, companies: Companies): void {
  app.addHook<{ Querystring: { api_token?: string } }>('onRequest', async ({ query }, reply) => {
    if (!isSame(query.api_token ?? '', token)) await refuse(reply, 401, 'Invalid Api Token');
  });
  app.get<{ Querystring: { q?: string; country_code?: string } }>(
    `${root}/search`,
    ({ query: { q = '', country_code: country = '' } }) => {
      const found = companies.search(q, country).map((one) => ({ company: shown(one) }));
      const pages = { page: 1, per_page: 30, total_pages: 1, total_count: found.length };
      return { api_version: version, results: { companies: found, ...pages } };
    },
  );
  app.get<{ Params: { place: string; number: string } }>(
    `${root}/:place/:number`,
    ({ params: { place, number } }, reply) => {
      const found = companies.at(place, number);
      if (!found) return refuse(reply, 404, 'Company not found');
      return { api_version: version, results: { company: shown(found) } };
    },
  );
}

interface Wish {
  readonly name: string;
  readonly jurisdiction: string;
  readonly number: string;
  readonly dissolved?: boolean;
}

export function registerApi(app: FastifyInstance, companies: Companies): void {
  const listed = { config: { says: 'The companies of the register.' } };
  app.get('/api/register', listed, () => ({ items: companies.all() }));
  const text = { type: 'string', minLength: 1, maxLength: 160 };
  app.post<{ Body: Wish }>(
    '/api/register',
    {
      config: { says: 'Puts a company in: {name, jurisdiction, number, dissolved?}.' },
      schema: {
        body: {
          type: 'object',
          additionalProperties: false,
          required: ['name', 'jurisdiction', 'number'],
          properties: {
            ...{ name: text, jurisdiction: text, number: text },
            dissolved: { type: 'boolean' },
          },
        },
      },
    },
    ({ body: { name, jurisdiction, number, dissolved = false } }, reply) =>
      reply.code(201).send(companies.put(name, jurisdiction, number, dissolved)),
  );
}
