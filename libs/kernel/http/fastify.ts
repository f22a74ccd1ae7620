import cookie from '@fastify/cookie';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { HttpException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { randomUUIDv7 } from 'node:crypto';
import { RequestContext } from '../context';
import { KeyRing } from '../key-ring';
import { Remembered } from '../remembered';
import { holdsSealed, mentions } from '../sealed';
import { Settled } from '../settled';
import { Standings } from '../standings';
import { SubjectKeys } from '../subject-keys';
import { AccessGuard } from './access';
import { AnswerSerializer } from './answers';
import { AuthenticationGuard } from './authentication';
import { checkBodies } from './bodies';
import { ChallengeGuard } from './challenge-guard';
import { Challenges } from './challenges';
import { trustPrefixed } from './cookies';
import { EDGE, type Edge } from './edge';
import { FreshnessInterceptor } from './freshness';
import { Gate } from './gate';
import { setHeaders } from './headers';
import { AccountAdmissionGuard, AdmissionGuard, LimitInterceptor } from './limit-guards';
import { Limits } from './limits';
import { describeApi } from './openapi';
import { ProblemFilter } from './problems';
import { schemaPipe } from './schemas';
import { Shedding } from './shedding';
import { GuardedSockets } from './sockets';
import { secured, type CertificateFiles } from './transport';

/** Nobody in particular, and trusted with nothing, until the token says who it is. */
const guest = { type: 'guest', id: 'guest', roles: [] } as const;
const correlationPattern = /^[\w-]{8,64}$/;

/** Who is believed when a request names the address it comes from: the proxies in this list alone. */
export function adapter(trustedProxies: string, certificate?: CertificateFiles): FastifyAdapter {
  const usual = { trustProxy: trustedProxies, bodyLimit: 1_048_576 };
  return new FastifyAdapter(certificate ? { ...usual, https: secured(certificate) } : usual);
}

/** The same HTTP surface for the server and for its tests: order as in the architecture page. */
export async function prepare(app: NestFastifyApplication): Promise<NestFastifyApplication> {
  const context = app.get(RequestContext);
  await app.register(cookie);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      const sent = request.headers['x-correlation-id'];
      const valid = typeof sent === 'string' && correlationPattern.test(sent);
      const correlation = valid ? sent : randomUUIDv7();
      void reply.header('x-correlation-id', correlation);
      const { origin } = request.headers;
      context.run({ actor: guest, correlation, causation: correlation, origin }, done);
    });
  const edge = app.get<Edge>(EDGE);
  const server = app.getHttpAdapter().getInstance();
  if (edge.secureCookies) trustPrefixed(server);
  setHeaders(app);
  crossOrigin(app, edge);
  app.get(Gate).watch(server);
  app.useWebSocketAdapter(new GuardedSockets(app));
  new Shedding(edge).watch(server);
  checkBodies(server);
  sealedTexts(app, app.get(SubjectKeys));
  const serializer = new AnswerSerializer(app.get(Reflector), app.get(Remembered), context);
  app.getHttpAdapter().getInstance().setReplySerializer(serializer.write);
  describeApi(app);
  app.useGlobalFilters(new ProblemFilter(context));
  app.useGlobalPipes(schemaPipe());
  app.useGlobalGuards(
    new AdmissionGuard(app.get(Limits)),
    new AuthenticationGuard(context, app.get(Standings), app.get(KeyRing), app.get(Reflector)),
    new AccountAdmissionGuard(app.get(Limits)),
    new AccessGuard(app.get(Reflector)),
    new ChallengeGuard(app.get(Reflector), app.get(Challenges)),
  );
  app.useGlobalInterceptors(
    new LimitInterceptor(app.get(Reflector), app.get(Limits)),
    new FreshnessInterceptor(context, app.get(Settled)),
    serializer,
  );
  return app;
}

/** Origins are compared whole: `null`, another scheme, a longer name are strangers. */
function crossOrigin(app: NestFastifyApplication, { ownOrigins, allowedOrigins }: Edge): void {
  app.enableCors({
    origin: [...allowedOrigins],
    exposedHeaders: ['x-correlation-id', 'retry-after'],
    maxAge: 600,
  });
  app.enableCsrfProtection({
    trustedOrigins: [...ownOrigins, ...allowedOrigins],
    // The gateway and identity providers post the browser back from their own sites; those forms are
    // signed, and only redirect.
    exclude: ['/api/payments/razorpay/return', '/api/identities/saml/:organisationId/acs'],
  });
}

/** Sealed texts are opened in what leaves, and in nothing before; none is taken from outside. */
function sealedTexts(app: NestFastifyApplication, keys: SubjectKeys): void {
  const server = app.getHttpAdapter().getInstance();
  server.addHook('preHandler', (request, _, done) => {
    done(holdsSealed(request.body) ? new HttpException('sealed', 400) : undefined);
  });
  // Nearly no answer holds any, and the others wait for no promise.
  server.addHook('onSend', (_request, _reply, payload: unknown, done) => {
    if (typeof payload !== 'string' || !mentions(payload)) done(null, payload);
    else keys.openAnswer(payload).then((opened) => done(null, opened), done);
  });
}
