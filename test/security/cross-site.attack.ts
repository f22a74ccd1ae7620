import { expect, test } from '@playwright/test';
import { attack } from './attack';
import { logIn } from './cookies';
import { key, newcomer, rows, scene, stack } from './scene';

const own = new URL(stack.marketplace);

/** Origins that look like ours to whoever compares carelessly. */
const origins = [
  'null',
  'https://evil.test',
  `https://${own.host}`,
  `${own.protocol}//${own.hostname}.evil.test:${own.port}`,
  `${own.protocol}//evil${own.host}`,
  `${own.protocol}//${own.host}.evil.test`,
  `${own.protocol}//${own.hostname}:${String(Number(own.port) + 1)}`,
  `${own.protocol}//${own.host}%60.evil.test`,
  `${own.protocol}//${own.host}@evil.test`,
  `${own.protocol}//127.0.0.1:${own.port}.evil.test`,
  'file://',
  'chrome-extension://abcdefghijklmnop',
  'http://[::1]',
  '*',
];

test('a page of another origin reads nothing with our cookies', async () => {
  const { client, weak } = await scene();
  const { cookie } = await logIn(client.email);
  const tries = origins.flatMap((origin) => [
    { method: 'GET', origin },
    { method: 'OPTIONS', origin },
  ]);
  const succeeds = async ({ method, origin }: (typeof tries)[number], target: string) => {
    const preflight = { 'access-control-request-method': 'POST' };
    const response = await fetch(`${target}/api/accounts/me`, {
      method,
      headers: { cookie, origin, ...(method === 'OPTIONS' && preflight) },
    });
    const allowed = response.headers.get('access-control-allow-origin');
    const withCookies = response.headers.get('access-control-allow-credentials') === 'true';
    return withCookies && (allowed === origin || allowed === '*');
  };
  expect(await attack({ tries, house: stack.api, weak, succeeds })).toEqual([]);
});

test('a form of another site changes nothing with our cookies', async () => {
  const { client, weak } = await scene();
  const { cookie } = await logIn(client.email);
  const body = JSON.stringify({ title: 'Planted by another site' });
  const from = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    ...origins.filter((origin) => origin !== '*').map((origin) => ({ origin })),
  ];
  const forms = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''];
  const tries = [
    ...from.map((headers) => ({ headers: { ...headers, 'content-type': 'application/json' } })),
    ...forms.map((type) => ({ headers: { ...(type !== '' && { 'content-type': type }) } })),
    ...forms.map((type) => ({
      headers: { ...(type !== '' && { 'content-type': type }), 'sec-fetch-site': 'cross-site' },
    })),
    { headers: { 'content-type': 'text/plain;application/json' } },
    { headers: { 'content-type': 'application/json-patch+json' } },
  ];
  const succeeds = async ({ headers }: (typeof tries)[number], target: string) => {
    const response = await fetch(`${target}/api/jobs`, {
      ...{ method: 'POST', body: Buffer.from(body) },
      headers: { cookie, ...headers } as Record<string, string>,
    });
    return response.status < 300;
  };
  expect(await attack({ tries, house: stack.api, weak, succeeds })).toEqual([]);
});

test('a read that claims to be something else stays a read', async () => {
  const { client, weak } = await scene();
  const { cookie } = await logIn(client.email);
  const names = ['x-http-method-override', 'x-http-method', 'x-method-override'];
  const tries = [
    ...names.map((name) => ({ path: '/api/jobs', headers: { [name]: 'POST' } })),
    { path: '/api/jobs?_method=POST', headers: {} },
    { path: '/api/accounts/logout', headers: {} },
    { path: '/api/accounts/sessions/all?_method=DELETE', headers: {} },
  ];
  const succeeds = async ({ path, headers }: (typeof tries)[number], target: string) =>
    (await fetch(target + path, { headers: { cookie, ...headers } })).status < 300;
  expect(await attack({ tries, house: stack.api, weak, succeeds })).toEqual([]);
});

const reads = [
  ...['accounts/me', 'accounts/sessions', 'jobs/mine', 'proposals/mine', 'contracts', 'wallet'],
  ...['wallet/statement', 'wallet/statement.csv', 'payments/deposits', 'payouts', 'disputes'],
  ...['payouts/bank-accounts', 'profiles/me', 'search/jobs', 'search/talent', 'search/saved'],
  ...['notifications', 'factors', 'api-keys', 'webhooks/endpoints', 'privacy', 'verification'],
].map((path) => `/api/${path}`);

test('a read changes nothing', async () => {
  const who = await newcomer();
  const [{ id } = { id: '' }] = await rows<{ id: string }>(
    'select id from accounts where email = $1',
    [who.email],
  );
  const facts = async () => {
    const [row] = await rows<{ count: number }>(
      'select count(*)::int as count from record.events where position($1 in raw) > 0',
      [id],
    );
    return row?.count;
  };
  const { cookie } = await logIn(who.email);
  const headers = { cookie, ...key() };
  const started = await facts();
  for (const path of reads)
    for (const method of ['GET', 'HEAD']) await fetch(stack.api + path, { method, headers });
  expect(await facts()).toBe(started);
  await who.insist('POST', '/api/jobs', { title: 'A change is seen' });
  expect(await facts()).not.toBe(started);
});
