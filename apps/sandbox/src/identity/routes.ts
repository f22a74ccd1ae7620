import multipart, { type MultipartFile } from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { isSame } from '../core/ids';
import type { IdentitySettings } from '../core/settings';
import { IdentityRefusal, type Applicant, type Paper } from './entities';
import type { Identity } from './identity';

const root = '/v3.6';
const most = 20 * 1024 * 1024;

/** The part of Onfido's REST API that checks a paper and a face. */
export function identityRoutes(
  app: FastifyInstance,
  settings: IdentitySettings,
  identity: Identity,
): void {
  app.setErrorHandler((error: Error, _request, reply) => {
    const { status, type } =
      error instanceof IdentityRefusal ? error : { status: 500, type: 'internal_server_error' };
    return reply.code(status).send({ error: { type, message: error.message, fields: {} } });
  });
  app.addHook('onRequest', async ({ headers }) => {
    if (!isSame(headers.authorization ?? '', `Token token=${settings.token}`))
      throw new IdentityRefusal(401, 'authorization_error', 'Authorization error: bad API token');
  });
  app.register(multipart, { attachFieldsToBody: true, limits: { fileSize: most } });
  app.post<{ Body: Partial<Applicant> }>(`${root}/applicants`, ({ body }, reply) =>
    reply.code(201).send(identity.apply(body)),
  );
  const papers = (path: string, kind: Paper['kind']) =>
    app.post<{ Body: Form }>(`${root}/${path}`, async ({ body }, reply) => {
      const { applicant_id: applicant, type, file } = body;
      const bytes = (await file?.toBuffer()) ?? Buffer.alloc(0);
      const sent = { name: file?.filename ?? '', type: file?.mimetype ?? '', size: bytes.length };
      const taken = identity.take(kind, applicant?.value ?? '', sent, type?.value ?? null);
      return reply.code(201).send(taken);
    });
  papers('documents', 'document');
  papers('live_photos', 'live_photo');
  app.post<{ Body: { applicant_id: string; report_names: string[] } }>(
    `${root}/checks`,
    ({ body }, reply) => reply.code(201).send(identity.check(body.applicant_id, body.report_names)),
  );
  app.get<{ Params: { id: string } }>(`${root}/checks/:id`, ({ params }) => {
    const check = identity.checks.get(params.id);
    if (!check) throw new IdentityRefusal(404, 'resource_not_found', 'no such check');
    return check;
  });
  app.get<{ Querystring: { check_id: string } }>(`${root}/reports`, ({ query }) => ({
    reports: identity.reports.list({ tag: query.check_id }),
  }));
}

interface Form {
  readonly applicant_id?: { readonly value: string };
  readonly type?: { readonly value: string };
  readonly file?: MultipartFile;
}
