import { randomBytes } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import compress from '@fastify/compress';
import proxy, { type FastifyHttpProxyOptions } from '@fastify/http-proxy';
import files from '@fastify/static';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type CertificateFiles, followCertificate, secured } from '../../kernel/http/transport.ts';
import { type Origins, pagePolicy, safety, transport, withNonce } from './headers.ts';
import { requireTls } from './secure.ts';
import { blockedPage, standings } from './standing.ts';

export interface Web extends Origins {
  /** The folder of built browser files. */
  root: string;
  /** Where `/api` and `/socket.io` go. */
  apiUrl: string;
  /** Proxies in front of this server whose X-Forwarded-For is believed. */
  trustedProxies?: string | undefined;
  /** The address of these pages; where it is one of https, nothing is answered without. */
  publicUrl?: string | undefined;
  /** To speak TLS without a proxy. */
  certificate?: CertificateFiles | undefined;
  /** Search engines are told what they may list. */
  isListed?: boolean;
  /** Draws the page for an address, or answers nothing when the address has none. */
  page(request: FastifyRequest): Promise<Page | null>;
}
export interface Page {
  status: number;
  headers: Headers;
  html: string;
}

const problemJson = 'application/problem+json';
/** While the API starts or restarts; the apps ask again by themselves. */
const away = {
  type: 'about:blank',
  title: 'The service is starting. Try again in a moment.',
  status: 503,
  code: 'service.unavailable',
};
const onError: NonNullable<FastifyHttpProxyOptions['replyOptions']>['onError'] = (reply) =>
  void reply.code(away.status).type(problemJson).send(away);

/** A page server: static files for ever, pages with a fresh nonce, the API behind the same origin. */
export async function webServer(web: Web): Promise<FastifyInstance> {
  const app = listening(web);
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(safety);
    if (request.protocol === 'https') {
      reply.header('strict-transport-security', transport);
    }
    done();
  });
  if (web.publicUrl) requireTls(app, web.publicUrl);
  app.get('/health/live', () => ({ status: 'ok' }));
  await sameOrigin(app, web.apiUrl);
  if (web.isListed) await forRobots(app, web.apiUrl);
  await app.register(compress, { encodings: ['br', 'gzip'], threshold: 512 });
  await app.register(files, {
    root: web.root,
    index: false,
    wildcard: false,
    preCompressed: true,
    setHeaders: (response, path) => void response.header('cache-control', lifetime(path)),
  });
  app.get('/*', drawing(web));
  return app;
}

/** Over TLS where there is a certificate, and with the newest one. */
function listening({ trustedProxies = 'loopback', certificate }: Web): FastifyInstance {
  const usual = { trustProxy: trustedProxies, forceCloseConnections: true };
  if (!certificate) return fastify(usual);
  const app = fastify({ ...usual, https: secured(certificate) });
  const say = (what: string) => void process.stderr.write(`${what}\n`);
  const unfollow = followCertificate(app.server, certificate, { say });
  app.addHook('onClose', async () => unfollow());
  return app;
}

/** What the API may believe: who is connected to us and how, never what a header claims. */
const rewriteRequestHeaders: NonNullable<
  FastifyHttpProxyOptions['replyOptions']
>['rewriteRequestHeaders'] = ({ ip, protocol }, headers) => ({
  ...headers,
  'x-forwarded-for': ip,
  'x-forwarded-proto': protocol,
});

/** A socket to the API is opened anew: of the page and of the caller it knows what is said here. */
const toldOfSockets = {
  headers: {},
  rewriteRequestHeaders: (_: object, { ip, protocol, headers }: FastifyRequest) => ({
    ...(headers.cookie !== undefined && { cookie: headers.cookie }),
    ...(headers.origin !== undefined && { origin: headers.origin }),
    'x-forwarded-for': ip,
    'x-forwarded-proto': protocol,
  }),
};
/** What a page says over a socket is the name of a topic. */
const longestMessage = 4_096;

/** The API and its sockets are of this origin, so that cookies need no exception. */
async function sameOrigin(app: FastifyInstance, upstream: string): Promise<void> {
  await app.register(proxy, {
    upstream,
    prefix: '/api',
    rewritePrefix: '/api',
    replyOptions: { rewriteRequestHeaders, onError },
  });
  // Directories of organisations reach the API by the address of the marketplace, too.
  await app.register(proxy, {
    upstream,
    prefix: '/scim/v2',
    rewritePrefix: '/scim/v2',
    replyOptions: { rewriteRequestHeaders, onError },
  });
  await app.register(proxy, {
    upstream,
    prefix: '/socket.io',
    rewritePrefix: '/socket.io',
    websocket: true,
    wsServerOptions: { maxPayload: longestMessage },
    wsClientOptions: toldOfSockets,
    replyOptions: { rewriteRequestHeaders, onError },
  });
}

/** Which pages may be listed is known to the API. */
async function forRobots(app: FastifyInstance, upstream: string): Promise<void> {
  for (const file of ['/sitemap.xml', '/robots.txt'])
    await app.register(proxy, {
      upstream,
      prefix: file,
      rewritePrefix: file,
      replyOptions: { rewriteRequestHeaders, onError },
    });
}

/** A page with its policy, or why there is none. */
function drawing(web: Web) {
  const standing = standings(web.apiUrl);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const nonce = randomBytes(16).toString('base64url');
    reply.header('content-security-policy', pagePolicy(nonce, web));
    const caseId = await standing(request.ip);
    if (caseId !== null) {
      reply.code(403).type('text/html; charset=utf-8').header('cache-control', 'no-store');
      return reply.send(blockedPage(caseId, nonce));
    }
    const page = await web.page(request);
    if (!page) return reply.code(404).type('text/plain; charset=utf-8').send('Not found');
    const cookies = request.headers.cookie ?? '';
    if (cookies.includes('gh_access=') && !cookies.includes('gh_in=')) {
      reply.header('set-cookie', 'gh_in=1; Path=/; Max-Age=31536000; SameSite=Lax');
    }
    page.headers.forEach((value, name) => void reply.header(name, value));
    return reply
      .code(page.status)
      .type('text/html; charset=utf-8')
      .send(withNonce(page.html, nonce));
  };
}

/** Hashed names and fonts never change; the rest is asked for again. */
const lifetime = (path: string): string =>
  /-[\w-]{8}\.(js|css)|\.woff2/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';

/** Writes a `.br` beside each text file once per build, so that no request pays for compression. */
export async function precompress(root: string): Promise<void> {
  const names = await readdir(root, { recursive: true });
  for (const name of names.filter((each) => /\.(js|css|svg|json)$/.test(each))) {
    const path = join(root, name);
    const { size } = await stat(path);
    const done = await stat(`${path}.br`).catch(() => undefined);
    if (done || size < 512) continue;
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
    await writeFile(`${path}.br`, await promisify(brotliCompress)(await readFile(path), quality));
  }
}

/** The bare page that the browser fills, already in the reader's language, direction and theme. */
export async function onePage(path: string): Promise<Web['page']> {
  const html = await readFile(path, 'utf8');
  return ({ headers, url }) => {
    if (/\.\w{2,5}$/.test(url.split('?')[0] ?? '')) return Promise.resolve(null);
    const cookies = headers.cookie ?? '';
    const theme = /gh_theme=(light|dark)/.exec(cookies)?.[1];
    const dressed = html
      .replace(/<html lang="en" dir="ltr"/, cookies.includes('gh_lang=ar') ? arabic : '$&')
      .replace(/<html /, theme ? `$&data-theme="${theme}" ` : '$&');
    return Promise.resolve({ status: 200, headers: new Headers(lasting), html: dressed });
  };
}
const arabic = '<html lang="ar" dir="rtl"';
const lasting = { 'cache-control': 'private, no-cache', vary: 'cookie, accept-encoding' };
