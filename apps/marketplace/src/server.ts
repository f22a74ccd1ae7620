import { join } from 'node:path';
import { AngularNodeAppEngine, createNodeRequestHandler, isMainModule } from '@angular/ssr/node';
import { serve, toldBy } from '@ui/server/serve';
import { onePage, precompress, type Web, webServer } from '@ui/server/web';

const root = join(import.meta.dirname, '../browser');
const port = Number(process.env['WEB_PORT'] ?? 4200);
const publicUrl = process.env['PUBLIC_URL'];
/** Pages are drawn for the hosts that are ours, whatever a request calls itself. */
const allowedHosts = [
  'localhost',
  '127.0.0.1',
  ...(publicUrl ? [new URL(publicUrl).hostname] : []),
];
const engine = new AngularNodeAppEngine({ allowedHosts });

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
  ...toldBy(process.env, publicUrl),
  gatewayOrigin: process.env['GATEWAY_ORIGIN'],
  isListed: true,
  page: await page(),
});

if (isMainModule(import.meta.url)) {
  await precompress(root).catch(() => undefined);
  await serve(app, { publicUrl, port, env: process.env });
}

/** For `ng serve`, which brings its own port. */
export const reqHandler = createNodeRequestHandler(async (request, response) => {
  await app.ready();
  app.routing(request, response);
});
