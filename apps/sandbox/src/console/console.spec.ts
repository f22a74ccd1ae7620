import { createTransport } from 'nodemailer';
import { createWorld, type World } from '../testing/world';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  await world.stop();
});

const page = async (path: string) => {
  const response = await fetch(world.url + path);
  return {
    text: await response.text(),
    policy: response.headers.get('content-security-policy') ?? '',
    status: response.status,
  };
};

it.each([
  ['/', 'No mail yet'],
  ['/console/phone', 'No messages yet'],
  ['/console/authenticator', 'another in'],
  ['/console/bank', 'No orders yet'],
  ['/console/clock', 'Real time'],
])('says on %s what will come, while nothing has come', async (path, words) => {
  const { text, policy, status } = await page(path);
  expect(status).toBe(200);
  expect(text).toContain(words);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
});

it('shows what a hostile mail says, and does not do it', async () => {
  const { listeningPort: port } = world.sandbox.mail;
  const transport = createTransport({ host: '127.0.0.1', port });
  const subject = '<script>alert(1)</script>';
  const text = 'javascript:alert(1)';
  await transport.sendMail({ from: 'a@b.c', to: 'x@y.z', subject, text });
  transport.close();
  const { items } = await world.get<{ items: { id: string }[] }>('/api/mailbox');
  const { text: shown } = await page(`/?mail=${items[0]!.id}`);
  expect(shown).not.toContain(subject);
  expect(shown).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
});

it('lists its own addresses, each with a sentence', async () => {
  const { paths } = await world.get<{ paths: { method: string; path: string }[] }>('/api');
  const names = paths.map(({ method, path }) => `${method} ${path}`);
  expect(names).toEqual(
    expect.arrayContaining([
      'GET /clock',
      'PUT /api/mailbox/behaviour',
      'POST /api/webhooks/forge',
    ]),
  );
});

it('answers an unknown address with a problem', async () => {
  expect(await world.get('/api/nothing')).toMatchObject({
    status: 404,
    code: 'sandbox.not_found',
  });
});

it('tells open pages what changed', async () => {
  const stop = new AbortController();
  const response = await fetch(`${world.url}/api/live`, { signal: stop.signal });
  const reader = response.body!.getReader();
  await reader.read();
  await world.send('POST', '/api/clock', { advanceMs: 1 });
  const chunk = (await reader.read()).value as Uint8Array;
  expect(Buffer.from(chunk).toString()).toContain('event: changed');
  stop.abort();
});
