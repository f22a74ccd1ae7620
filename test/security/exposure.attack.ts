import { expect, test } from '@playwright/test';
import { connect } from 'node:net';
import { attack } from './attack';
import { logIn } from './cookies';
import { scene, stack } from './scene';

const houses = [stack.marketplace, stack.admin, stack.api];

const climbs = [
  '../',
  '..%2f',
  '%2e%2e/',
  '%2e%2e%2f',
  '..%5c',
  '..%252f',
  '....//',
  '%c0%ae%c0%ae/',
];
const lying = [
  ...[
    '.git/HEAD',
    '.git/config',
    '.env',
    '.env.local',
    '.npmrc',
    'package.json',
    'package-lock.json',
  ],
  ...[
    'docker-compose.yml',
    '.data/secrets.json',
    'server/server.mjs',
    'node_modules/pg/package.json',
  ],
  ...['proc/self/environ', 'etc/passwd', 'assets/', 'i18n/', 'media/', 'backup.sql', 'dump.tar.gz'],
  ...climbs.flatMap((up) => [`${up.repeat(8)}etc/passwd`, `${up.repeat(3)}package.json`]),
];

/** Answered as it was sent: a client of ours would tidy the address up first. */
const raw = (target: string, head: string, wait = 1_500): Promise<string> =>
  new Promise((done) => {
    const { hostname, port } = new URL(target);
    const socket = connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname);
    let text = '';
    const finish = () => {
      socket.destroy();
      done(text);
    };
    socket.setTimeout(wait, finish);
    socket.on('data', (bytes: Buffer) => (text += bytes.toString('latin1')));
    socket.on('error', finish);
    socket.on('close', finish);
    socket.write(`${head}\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`);
  });

const marks = new RegExp(
  [
    ...['ref: refs/', 'repositoryformatversion', '(AUTH|FILES)_SECRET=', 'DATABASE_URL='],
    ...['root:x:0', '"dependencies"', '"lockfileVersion"', 'Index of /', '"sourcesContent"'],
  ].join('|'),
);

test('nothing that lies beside the house is served', async () => {
  const { weak } = await scene();
  for (const house of houses) {
    const page = await (await fetch(house)).text();
    const scripts = [...page.matchAll(/(?:src|href)="([\w-]+\.(?:js|css))"/g)].map(([, at]) => at);
    const tries = [...lying, ...scripts.map((name) => `${name ?? ''}.map`)];
    const succeeds = async (path: string, target: string) =>
      marks.test(await raw(target, `GET /${path} HTTP/1.1`));
    expect(await attack({ tries, house, weak, succeeds })).toEqual([]);
  }
});

test('a method that nobody needs is refused', async () => {
  const { weak } = await scene();
  const tries = houses.flatMap((house) =>
    ['TRACE', 'TRACK', 'CONNECT', 'DEBUG', 'PROPFIND'].map((method) => ({ house, method })),
  );
  const succeeds = async ({ house, method }: (typeof tries)[number], target: string) => {
    const at = target === 'house' ? house : target;
    const text = await raw(at, `${method} /api/jobs HTTP/1.1\r\nX-Canary: planted`);
    return /^HTTP\/1.1 2/.test(text) && (text.includes('planted') || method !== 'TRACE');
  };
  expect(await attack({ tries, house: 'house', weak, succeeds })).toEqual([]);
});

const inside = new RegExp(
  [
    ...[
      '\\bat .+:\\d+:\\d+',
      'node_modules',
      '/src/',
      '/dist/',
      '\\.ts:\\d',
      'relation "',
      'column "',
    ],
    ...['syntax error', 'ECONNREFUSED', 'select .+ from', 'pg_', 'kysely', 'mikro-orm'],
  ].join('|'),
  'i',
);

test('an error says nothing of the inside', async () => {
  const { client, weak } = await scene();
  const { cookie } = await logIn(client.email);
  const gets = [
    ...['/api/jobs/not-an-id', '/api/jobs/%00', '/api/contracts/%27', '/api/search/jobs?q=%00'],
    ...[
      '/api/search/jobs?after=%7B%7D',
      '/api/search/jobs?limit=-1',
      '/api/%ff',
      '/api/files/%2e%2e',
    ],
    ...[
      `/api/jobs/${'9'.repeat(9_000)}`,
      '/api/wallet/entries/x',
      '/api/log/tile/0/x',
      '/api/nowhere',
    ],
    ...['/api/people?ids=a', '/api/profiles/%F0%9F%92%A9', '/api/search/suggest?q=%5C'],
    ...['/api/disputes/form?contractId=1', '/api/accounts/sessions/%00', '/%', '/api/%'],
  ];
  const bodies = [
    '{',
    'null',
    '[]',
    '"text"',
    '{"title":{}}',
    '{"title":"\\u0000"}',
    `"${'x'.repeat(2e6)}"`,
  ];
  const tries = [
    ...gets.map((path) => ({ path, body: undefined })),
    ...bodies.flatMap((body) => ['/api/jobs', '/api/accounts'].map((path) => ({ path, body }))),
  ];
  const succeeds = async ({ path, body }: (typeof tries)[number], target: string) => {
    const response = await fetch(target + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body }),
    });
    return inside.test(await response.text()) || response.status >= 500;
  };
  expect(await attack({ tries, house: stack.api, weak, succeeds })).toEqual([]);
});

test('an answer of the API stays in no cache', async () => {
  const { client, weak } = await scene();
  const { cookie } = await logIn(client.email);
  const tries = [
    ...['accounts/me', 'accounts/sessions', 'wallet', 'wallet/statement', 'wallet/statement.csv'],
    ...['contracts', 'payouts', 'disputes', 'notifications', 'factors', 'api-keys', 'verification'],
  ];
  const succeeds = async (path: string, target: string) => {
    const response = await fetch(`${target}/api/${path}`, { headers: { cookie } });
    const kept = response.headers.get('cache-control') ?? '';
    return response.ok && !kept.includes('no-store');
  };
  for (const house of [stack.api, stack.marketplace])
    expect(await attack({ tries, house, weak, succeeds })).toEqual([]);
});
