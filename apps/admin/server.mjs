import { join } from 'node:path';
import { onePage, precompress, webServer } from '../../libs/ui/server/web.ts';

const root = join(import.meta.dirname, '../../dist/admin/browser');
await precompress(root).catch(() => undefined);
const app = await webServer({
  root,
  apiUrl: process.env.API_URL ?? 'http://127.0.0.1:3000',
  filesOrigin: process.env.FILES_ORIGIN,
  trustedProxies: process.env.TRUSTED_PROXIES,
  page: await onePage(join(root, 'index.html')),
});
const stop = () => void app.close().then(() => process.exit(0));
process.once('SIGTERM', stop).once('SIGINT', stop);
await app.listen({
  port: Number(process.env.WEB_PORT ?? 4201),
  host: process.env.WEB_HOST ?? '127.0.0.1',
});
