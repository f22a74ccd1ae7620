import type { FastifyInstance } from 'fastify';
import { Problem } from '../core/problem';
import type { Vault, Version } from './vault';

interface AtPath {
  Params: { '*': string };
  Querystring: { version?: string };
}

/** The part of Vault's HTTP API that a product boots from, with Vault's own errors. */
export function vaultRoutes(app: FastifyInstance, vault: Vault): void {
  app.setErrorHandler((error: Error, _request, reply) => {
    const status = error instanceof Problem ? error.status : 400;
    return reply.code(status).send({ errors: status === 404 ? [] : [error.message] });
  });
  app.post<{ Body: { role_id?: string; secret_id?: string } }>(
    '/v1/auth/approle/login',
    ({ body: { role_id: role = '', secret_id: secret = '' } }) => {
      const token = vault.logIn(role, secret);
      if (token === undefined) throw new Problem(400, '', 'invalid role or secret ID');
      return {
        auth: {
          client_token: token,
          policies: ['default'],
          lease_duration: 3_600,
          renewable: true,
        },
      };
    },
  );
  app.register((inner, _options, done) => {
    inner.addHook('onRequest', async ({ headers }) => {
      if (!vault.letsIn(String(headers['x-vault-token'] ?? '')))
        throw new Problem(403, '', 'permission denied');
    });
    inner.get<AtPath>('/v1/secret/data/*', ({ params, query: { version } }) => {
      const found = vault.read(params['*'], version ? Number(version) : undefined);
      if (!found) throw new Problem(404, '', '');
      return { data: { data: found.data, metadata: metadataOf(found) } };
    });
    inner.post<AtPath & { Body: { data?: Record<string, unknown> } }>(
      '/v1/secret/data/*',
      ({ params, body: { data } }) => {
        if (!data) throw new Problem(400, '', 'no data provided');
        return { data: metadataOf(vault.write(params['*'], data)) };
      },
    );
    done();
  });
}

const metadataOf = ({ created_time, version }: Version) => ({
  created_time,
  version,
  custom_metadata: null,
  deletion_time: '',
  destroyed: false,
});
