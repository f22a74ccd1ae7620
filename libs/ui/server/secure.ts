import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';

/** What programs ask and pages open: to lead it elsewhere would hide that it came unprotected. */
const service = /^\/(api|scim|socket\.io)(\/|\?|$)/;
const problem = {
  type: '/problems/request.not_secure',
  title: 'request.not_secure',
  status: 403,
  code: 'request.not_secure',
};

/** Where pages have an address of https, they are nowhere else: people are led there, programs refused. */
export function requireTls(app: FastifyInstance, publicUrl: string): void {
  const { protocol, origin } = new URL(publicUrl);
  if (protocol !== 'https:') return;
  app.addHook('onRequest', async (request, reply) => {
    // Whoever watches over the process asks it from beside.
    if (request.protocol === 'https' || request.url === '/health/live') return;
    await answerPlain(request, reply, origin);
  });
}

/** For the port of http beside a server over TLS: it has nothing to give but the way. */
export function plainServer(publicUrl: string): FastifyInstance {
  const app = fastify({ forceCloseConnections: true });
  requireTls(app, publicUrl);
  return app;
}

function answerPlain(
  { method, url }: FastifyRequest,
  reply: FastifyReply,
  origin: string,
): FastifyReply {
  const isPage = ['GET', 'HEAD'].includes(method) && !service.test(url);
  if (!isPage) return reply.code(403).type('application/problem+json').send(problem);
  return reply
    .code(308)
    .header('location', origin + url)
    .send();
}
