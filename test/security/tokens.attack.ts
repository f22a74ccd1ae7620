import { expect, test } from '@playwright/test';
import { attack } from './attack';
import { logIn, valueOf } from './cookies';
import { forgeries, stepUpToken } from './forgeries';
import { scene, secondLook, stack } from './scene';

const me = '/api/accounts/me';

interface Forgery {
  readonly what: string;
  readonly headers: Record<string, string>;
}

const opens = async (target: string, headers: Record<string, string>, path = me) =>
  (await fetch(target + path, { headers, redirect: 'manual' })).status < 300;

test('a token that we did not make is nobody', async () => {
  const { client, weak } = await scene();
  const { cookie } = await logIn(client.email);
  const access = valueOf(cookie, 'gh_access');
  expect(await opens(stack.api, { cookie: `gh_access=${access}` })).toBe(true);
  const tries = forgeries(access).flatMap(([what, token]): Forgery[] => [
    { what, headers: { cookie: `gh_access=${token}` } },
    { what, headers: { authorization: `Bearer ${token}` } },
  ]);
  const succeeds = ({ headers }: Forgery, target: string) => opens(target, headers);
  expect(await attack({ tries, house: stack.api, weak, succeeds })).toEqual([]);
});

test('a token for something else opens nothing', async () => {
  const { client, weak } = await scene();
  const look = await secondLook(client, 'bank');
  const { cookie } = await logIn(client.email);
  const refresh = valueOf(cookie, 'gh_refresh');
  const tries = [look['x-step-up'] ?? '', stepUpToken(valueOf(cookie, 'gh_access')), refresh];
  const succeeds = (token: string, target: string) =>
    opens(target, { authorization: `Bearer ${token}`, cookie: `gh_access=${token}` });
  expect(await attack({ tries, house: stack.api, weak, succeeds })).toEqual([]);
});

test('a second look is for one purpose, one person and one session', async () => {
  const { client, stranger, weak } = await scene();
  const look = await secondLook(client, 'bank');
  const access = valueOf((await logIn(client.email)).cookie, 'gh_access');
  const tries = [
    { who: stranger.email, token: look['x-step-up'] ?? '' },
    { who: client.email, token: look['x-step-up'] ?? '' },
    { who: client.email, token: access },
    { who: client.email, token: '' },
  ];
  const succeeds = async ({ who, token }: (typeof tries)[number], target: string) => {
    const { cookie } = await logIn(who, '', target);
    const response = await fetch(`${target}/api/accounts/email`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', 'x-step-up': token },
      body: JSON.stringify({ email: `taken.${String(Date.now())}@faults.test` }),
    });
    return response.status < 300;
  };
  expect(await attack({ tries, house: stack.api, weak, succeeds })).toEqual([]);
});

test('the cookies of a session are out of reach of scripts', async () => {
  const { client, weak } = await scene();
  const tries = ['gh_access', 'gh_refresh'];
  const succeeds = async (name: string, target: string) => {
    const { lines, body, cookie } = await logIn(client.email, '', target);
    const line = lines.find((one) => one.startsWith(`${name}=`)) ?? '';
    const isKept = /; HttpOnly/i.test(line) && /; SameSite=(Lax|Strict)/i.test(line);
    const value = valueOf(cookie, name);
    return (!isKept && line !== '') || (value !== '' && body.includes(value));
  };
  expect(await attack({ tries, house: stack.api, weak, succeeds })).toEqual([]);
});

test('a cookie from before the log-in is not the session afterwards', async () => {
  const { client, weak } = await scene();
  const own = (await logIn(client.email)).cookie;
  const fixed = 'A'.repeat(43);
  const tries = [`gh_access=${fixed}; gh_refresh=${fixed}`, own];
  const succeeds = async (sent: string, target: string) => {
    const { cookie } = await logIn(client.email, sent, target);
    return ['gh_access', 'gh_refresh'].some((name) => {
      const value = valueOf(sent, name);
      return value !== '' && cookie.includes(value);
    });
  };
  expect(await attack({ tries, house: stack.api, weak, succeeds })).toEqual([]);
});

test('no token of a session is taken from an address', async () => {
  const { client, weak } = await scene();
  const { cookie } = await logIn(client.email);
  const token = valueOf(cookie, 'gh_access');
  const names = ['access_token', 'token', 'gh_access', 'jwt', 'auth', 'authorization', 'sid'];
  const tries = names.flatMap((name) => [`${me}?${name}=${token}`, `${me};${name}=${token}`]);
  const succeeds = (path: string, target: string) => opens(target, {}, path);
  expect(await attack({ tries, house: stack.api, weak, succeeds })).toEqual([]);
});
