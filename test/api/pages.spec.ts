import type { FastifyInstance } from 'fastify';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RuleWatch } from '../../apps/api/src/platform/surface/adapters/rule-watch';
import { onePage, webServer } from '../../libs/ui/server/web';
import { key } from '../support/approvals';
import { TestApp } from '../support/app';
import { known } from '../support/market';

const html = `<!doctype html><html lang="en" dir="ltr"><body>
<app-root ngcspnonce="__CSP_NONCE__"></app-root>
<link rel="modulepreload" href="chunk-1.js"><script src="main.js" type="module" nonce="__CSP_NONCE__"></script>
</body></html>`;

let app: TestApp;
let root: string;
const servers: Record<string, FastifyInstance> = {};
beforeAll(async () => {
  app = await TestApp.start();
  await app.app.listen(0, '127.0.0.1');
  root = await mkdtemp(join(tmpdir(), 'guildhall-pages-'));
  await writeFile(join(root, 'index.html'), html);
  await writeFile(join(root, 'main.js'), 'export {};');
  const apiUrl = (await app.app.getUrl()).replace('[::1]', '127.0.0.1');
  const page = await onePage(join(root, 'index.html'));
  const gatewayOrigin = 'https://pay.test';
  servers['marketplace'] = await webServer({ root, apiUrl, page, gatewayOrigin });
  servers['admin'] = await webServer({ root, apiUrl, page });
});
afterAll(async () => {
  for (const server of Object.values(servers)) await server.close();
  await app.stop();
  await rm(root, { recursive: true });
});

const get = async (name: string, url: string, headers: Record<string, string> = {}) => {
  const answer = await servers[name]?.inject({ url, headers });
  if (!answer) throw new Error(`there is no ${name}`);
  return answer;
};

describe.each(['marketplace', 'admin'])('a page of the %s', (name) => {
  it('has a policy that nothing gets around, and the other headers', async () => {
    const { headers, body } = await get(name, '/some/page');
    const nonce = /'nonce-([\w-]{22})'/.exec(String(headers['content-security-policy']))?.[1] ?? '';
    const plain = JSON.stringify(headers).replaceAll(nonce, 'NONCE');
    const shown = Object.entries(JSON.parse(plain) as Record<string, string>).filter(
      ([header]) => !['date', 'content-length', 'connection'].includes(header),
    );
    expect(Object.fromEntries(shown)).toMatchSnapshot();
    expect(body).toContain(`<link rel="modulepreload" nonce="${nonce}" href="chunk-1.js">`);
    expect(body).not.toContain('__CSP_NONCE__');
    expect(String(headers['content-security-policy'])).not.toMatch(/unsafe|https?:(?!\/\/pay)/);
  });

  it('has another nonce every time, and tells browsers to come by TLS where it has any', async () => {
    const [first, again] = [await get(name, '/'), await get(name, '/')];
    expect(first.headers['content-security-policy']).not.toBe(
      again.headers['content-security-policy'],
    );
    expect(first.headers['strict-transport-security']).toBeUndefined();
    const { headers } = await get(name, '/', { 'x-forwarded-proto': 'https' });
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  });

  it('is all there is: what watches over the API is not reached from outside', async () => {
    for (const path of ['/metrics', '/health/ready', '/api/../metrics', '/api/%2e%2e/metrics']) {
      const { body } = await get(name, path);
      expect(body).not.toMatch(/process_cpu|nodejs_|"database"/);
    }
    const { body } = await app.app.inject('/metrics');
    expect(body).toContain('process_cpu');
  });

  it('says in which letters it is written', async () => {
    expect((await get(name, '/jobs')).headers['content-type']).toBe('text/html; charset=utf-8');
    expect((await get(name, '/main.js')).headers['content-type']).toContain('charset=utf-8');
    expect((await get(name, '/nothing.png')).headers['content-type']).toContain('charset=utf-8');
  });

  it('shares its safety with files and with answers of the API', async () => {
    for (const path of ['/main.js', '/api/search/jobs', '/api/nowhere', '/health/live']) {
      const { headers } = await get(name, path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
        'x-frame-options': 'DENY',
      });
      expect([headers['x-powered-by'], headers.server]).toEqual([undefined, undefined]);
    }
  });
});

describe('somebody whose network is blocked', () => {
  it('gets a page with the id of the case, in both languages, and nobody else does', async () => {
    const operator = await known(app, 'Olga Ops', ['superadmin']);
    const rule = { network: '203.0.113.0/24', reason: 'abuse', note: 'Scrapes.', expiresAt: null };
    await operator.post('/api/admin/ip-rules', rule, key());
    await app.app.get(RuleWatch).load();
    const out = await get('marketplace', '/jobs', { 'x-forwarded-for': '203.0.113.9' });
    expect(out.statusCode).toBe(403);
    expect(out.headers['cache-control']).toBe('no-store');
    expect(out.body).toMatch(/<code>IP-[0-9A-F]{8}<\/code>.*<code>IP-[0-9A-F]{8}<\/code>/s);
    expect(out.body).toContain('dir="rtl"');
    expect(
      (await get('marketplace', '/jobs', { 'x-forwarded-for': '203.0.112.9' })).statusCode,
    ).toBe(200);
    // A claim that no trusted proxy made changes nothing.
    const api = await get('marketplace', '/api/search/jobs', { 'x-forwarded-for': '203.0.113.9' });
    expect(api.json()).toMatchObject({ code: 'request.address_blocked' });
  });
});
