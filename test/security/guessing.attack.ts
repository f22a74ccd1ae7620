import { expect, test } from '@playwright/test';
import { randomUUID, scryptSync } from 'node:crypto';
import { createServer } from 'node:http';
import { attack } from './attack';
import { Caller, forgive, password, rows, scene, stack } from './scene';
import { addressOf } from './weak';

const home = { country: 'IN', timeZone: 'Asia/Kolkata', locale: 'en', roles: ['client'] };

/** People whose password is known, made without a log-in: each address is asked about once. */
async function people(count: number): Promise<string[]> {
  const { client } = await scene();
  const made = await rows<{ email: string }>(
    `insert into accounts (id, email, password_hash, name, slug, roles, country, locale, time_zone,
        email_verified_at, created_at)
      select gen_random_uuid(), 'g' || gen_random_uuid() || '@faults.test', password_hash, 'Guessed',
        'g-' || gen_random_uuid(), roles, country, locale, time_zone, now(), now()
      from accounts, generate_series(1, $2::int) where email = $1 returning email`,
    [client.email, count],
  );
  return made.map(({ email }) => email);
}

interface Seen {
  readonly status: number;
  readonly body: string;
  readonly took: number;
}

async function seen(target: string, path: string, body: object): Promise<Seen> {
  const began = performance.now();
  const response = await fetch(target + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const same = text.replaceAll(/"correlationId":"[^"]+"/g, '');
  return { status: response.status, body: same, took: performance.now() - began };
}

const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const questions = [
  {
    path: '/api/accounts/login',
    ask: (email: string) => ({ email, password: 'a wrong sentence' }),
  },
  { path: '/api/accounts/password/forgot', ask: (email: string) => ({ email }) },
  { path: '/api/accounts', ask: (email: string) => ({ email, password, name: 'Ann', ...home }) },
];
const rounds = 21;

/** The share by which answers about those who are there take longer or shorter. */
function difference(known: Seen[], unknown: Seen[]): number {
  const [a, b] = [known, unknown].map((all) => median(all.map(({ took }) => took)));
  return Math.abs((a ?? 0) - (b ?? 0)) / Math.max(a ?? 1, b ?? 1);
}

/** Looks the address up first, and hashes only where there is one: the answer is the same, its time is not. */
async function eager(known: ReadonlySet<string>): Promise<string> {
  const server = createServer((request, response) => {
    let sent = '';
    request.on('data', (part: Buffer) => (sent += part.toString()));
    request.on('end', () => {
      const { email = '' } = JSON.parse(sent) as { email?: string };
      if (known.has(email)) scryptSync('a wrong sentence', 'salt', 32);
      response.writeHead(401).end('{}');
    });
  });
  return addressOf(server);
}

test('a known address answers as slowly as an unknown one', async () => {
  const there = await people(rounds * questions.length * 4);
  const weak = await eager(new Set(there));
  const tell = async (path: string, ask: (email: string) => object, target: string) => {
    const [known, unknown]: [Seen[], Seen[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      await forgive();
      const email = there.pop() ?? '';
      known.push(await seen(target, path, ask(email)));
      unknown.push(await seen(target, path, ask(`n${randomUUID()}@faults.test`)));
    }
    const words = new Set(
      [...known, ...unknown].map(({ status, body }) => `${String(status)}${body}`),
    );
    return words.size > 1 || difference(known, unknown) > 0.25;
  };
  const succeeds = async ({ path, ask }: (typeof questions)[number], target: string) => {
    // What is seen once on a busy machine may be chance; what is seen twice is not.
    return (await tell(path, ask, target)) && (await tell(path, ask, target));
  };
  expect(await attack({ tries: questions, house: stack.api, weak, succeeds })).toEqual([]);
});

test('a password is not guessed, from wherever it is tried', async () => {
  const { weak } = await scene();
  const [email = ''] = await people(1);
  // The right one comes last: whoever tried so often is let in by it no more.
  const tries = [
    Array.from({ length: 30 }, (_, at) => (at < 29 ? `guess number ${String(at)}` : password)),
  ];
  const succeeds = async (words: string[], target: string) => {
    const by = new Caller(target === stack.api ? stack.marketplace : target, email);
    let last = 401;
    for (const [at, word] of words.entries()) {
      const from = { 'x-forwarded-for': `198.51.100.${String(at)}`, 'x-real-ip': '198.51.100.9' };
      last = (await by.post('/api/accounts/login', { email, password: word }, from)).status;
    }
    return last < 300;
  };
  expect(await attack({ tries, house: stack.api, weak, succeeds })).toEqual([]);
});
