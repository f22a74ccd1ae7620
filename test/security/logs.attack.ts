import { expect, test } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attack } from './attack';
import { logIn, valueOf } from './cookies';
import { rows, scene, stack } from './scene';

const file = join(process.env['GUILDHALL_HOME'] ?? '', 'logs', 'api.log');
const log = (): string[] => readFileSync(file, 'utf8').split('\n').filter(Boolean);

/** One more way to bring words into a line, and the lines that were written meanwhile. */
interface Planted {
  readonly what: string;
  readonly words: string;
  plant(words: string): Promise<unknown>;
}

const ends = ['\r\n', '\n', '\u2028', '\u001b[2J\u001b[1;31m', '\u0000', '%0d%0a'];
const forged = (end: string) => `Ann${end}{"level":30,"time":1,"msg":"forged-${randomUUID()}"}`;

async function send(path: string, headers: Record<string, string>, body?: object) {
  const response = await fetch(stack.api + path, {
    ...{
      method: body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json', ...headers },
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

/** A failure that nobody foresaw: a table is away for as long as the work takes. */
async function whileBroken<Result>(work: () => Promise<Result>): Promise<Result> {
  await rows('alter table search_talent rename to search_talent_away');
  try {
    return await work();
  } finally {
    await rows('alter table search_talent_away rename to search_talent');
  }
}

test('words that somebody sends make no line of their own in the log', async () => {
  const { client } = await scene();
  const { cookie } = await logIn(client.email);
  const safely = (words: string) => encodeURIComponent(words);
  const tries: Planted[] = ends.flatMap((end) => [
    {
      what: 'a search while the tables are away',
      words: forged(end),
      plant: (words) => send(`/api/search/talent?q=${safely(words)}`, { cookie }),
    },
    {
      what: 'an address at the log-in',
      words: forged(end),
      plant: (words) => send('/api/accounts/login', {}, { email: words, password: words }),
    },
    {
      what: 'a title',
      words: forged(end),
      plant: (words) => send('/api/jobs', { cookie }, { title: words }),
    },
  ]);
  const succeeds = async ({ words, plant }: Planted, target: string) => {
    const mark = /forged-[\w-]+/.exec(words)?.[0] ?? '';
    // Somebody who writes what they heard, as they heard it.
    if (target === 'parroting') return isForged(`no such person: ${words}`.split('\n'), mark);
    await whileBroken(() => plant(words));
    return isForged(log(), mark);
  };
  expect(await attack({ tries, house: file, weak: 'parroting', succeeds })).toEqual([]);
});

/** A line that says nothing but what was planted, or one that a terminal obeys. */
const isForged = (lines: readonly string[], mark: string): boolean =>
  lines.some(
    (line) =>
      line.includes(mark) &&
      (line.trimStart().startsWith('{"level":30,"time":1') || /\p{Cc}/u.test(line)),
  );

test('what failed is one line of JSON with its correlation id; the answer says nothing', async () => {
  const { client } = await scene();
  const { cookie } = await logIn(client.email);
  const answer = await whileBroken(() => send('/api/search/talent?q=quill', { cookie }));
  expect(answer.status).toBe(500);
  expect(answer.text).not.toMatch(/search_talent|relation "|select|node_modules|\.js:|\.ts:/);
  const correlation = answer.headers.get('x-correlation-id') ?? 'none';
  const about = log().filter((line) => line.includes(correlation));
  expect(about).toHaveLength(1);
  const line = JSON.parse(about[0] ?? '{}') as Record<string, unknown>;
  expect(line).toMatchObject({ level: 50, context: 'problem', msg: correlation });
  expect(new Date(Number(line['time'])).getUTCFullYear()).toBeGreaterThan(2000);
  expect(log().filter((one) => !isJson(one))).toEqual([]);
});

const isJson = (line: string): boolean => {
  try {
    return typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
};

test('nothing secret that somebody sent is in the log', async () => {
  const { client } = await scene();
  const own = await logIn(client.email);
  const secret = () => `canary-${randomUUID()}`;
  const tries: { words: string; headers: Record<string, string>; body?: object }[] = [
    { words: valueOf(own.cookie, 'gh_access'), headers: { cookie: own.cookie } },
    { words: valueOf(own.cookie, 'gh_refresh'), headers: { cookie: own.cookie } },
    ...['authorization', 'x-step-up', 'idempotency-key', 'user-agent', 'x-api-key'].map((name) => {
      const words = secret();
      return { words, headers: { [name]: name === 'authorization' ? `Bearer ${words}` : words } };
    }),
    ...['password', 'code', 'token', 'email'].map((name) => {
      const words = secret();
      return { words, headers: {}, body: { email: 'a@faults.test', password: 'x', [name]: words } };
    }),
  ];
  const succeeds = async ({ words, headers, body }: (typeof tries)[number], target: string) => {
    if (target === 'chatty') return JSON.stringify({ headers, body }).includes(words);
    await whileBroken(() =>
      send(body ? '/api/accounts/login' : '/api/search/talent', headers, body),
    );
    return log().some((line) => line.includes(words));
  };
  expect(await attack({ tries, house: file, weak: 'chatty', succeeds })).toEqual([]);
});
