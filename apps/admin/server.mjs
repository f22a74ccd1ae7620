import { join } from 'node:path';
import { serve, toldBy } from '../../libs/ui/server/serve.ts';
import { onePage, precompress, webServer } from '../../libs/ui/server/web.ts';

const root = join(import.meta.dirname, '../../dist/admin/browser');
const publicUrl = process.env.ADMIN_URL;
await precompress(root).catch(() => undefined);
const app = await webServer({
  root,
  ...toldBy(process.env, publicUrl),
  page: await onePage(join(root, 'index.html')),
});
await serve(app, { publicUrl, port: Number(process.env.WEB_PORT ?? 4201), env: process.env });
