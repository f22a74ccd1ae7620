import { join } from 'node:path';
import { AngularNodeAppEngine, createNodeRequestHandler, isMainModule } from '@angular/ssr/node';
import { onePage, precompress, type Web, webServer } from '@ui/server/web';

const root = join(import.meta.dirname, '../browser');
const port = Number(process.env['WEB_PORT'] ?? 4200);
const host = process.env['WEB_HOST'] ?? '127.0.0.1';
const engine = new AngularNodeAppEngine();

/** For guests: drawn here, with its text. */
const drawn: Web['page'] = async (request) => {
  // What the page asks the API counts for its reader, not for this server.
  request.raw.headers['x-reader'] = request.ip;
  const answer = await engine.handle(request.raw);
  if (!answer) return null;
  const headers = new Headers(answer.headers);
  headers.delete('content-length');
  headers.set('vary', 'cookie, accept-encoding');
  headers.set('cache-control', 'no-cache');
  return { status: answer.status, headers, html: await answer.text() };
};

/**
 * Who is signed in gets the bare page: nothing private is ever in the HTML, and a session whose short
 * token has run out is mended by the browser instead of being sent to the log-in.
 */
async function page(): Promise<Web['page']> {
  const bare = await onePage(join(root, 'index.csr.html')).catch(() => drawn);
  return (request) =>
    /gh_(in|access)=/.test(request.headers.cookie ?? '') ? bare(request) : drawn(request);
}

const app = await webServer({
  root,
  apiUrl: process.env['API_URL'] ?? 'http://127.0.0.1:3000',
  gatewayOrigin: process.env['GATEWAY_ORIGIN'],
  filesOrigin: process.env['FILES_ORIGIN'],
  trustedProxies: process.env['TRUSTED_PROXIES'],
  page: await page(),
});

if (isMainModule(import.meta.url)) {
  await precompress(root).catch(() => undefined);
  const stop = () => void app.close().then(() => process.exit(0));
  process.once('SIGTERM', stop).once('SIGINT', stop);
  await app.listen({ port, host });
}

/** For `ng serve`, which brings its own port. */
export const reqHandler = createNodeRequestHandler(async (request, response) => {
  await app.ready();
  app.routing(request, response);
});
