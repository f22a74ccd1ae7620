import { Challenges } from '@kernel/http/challenges';
import { doors } from '@kernel/http/doors';
import { challengeFacts } from '@wire/challenges';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as z from 'zod';
import { TestApp, type Answer } from '../support/app';
import { known } from '../support/market';
import { routesOf } from '../support/routes';

const factor = 0.2;
const soft = (door: keyof typeof doors) => doors[door].network * factor;

let app: TestApp;
beforeEach(async () => (app = await TestApp.start({ SOFT_LIMIT_FACTOR: String(factor) })));
afterEach(async () => {
  jest.restoreAllMocks();
  await app.stop();
});

const from = (address: string, answer?: string) => ({
  'x-forwarded-for': address,
  ...(answer && { 'x-challenge-answer': answer }),
});
const credentials = { email: 'nobody@example.test', password: 'not the password' };
const logIn = (address: string, answer?: string): Promise<Answer> =>
  app
    .guest()
    .post(
      '/api/accounts/login',
      { ...credentials, email: `${address}@example.test` },
      from(address, answer),
    );
const search = (address: string, answer?: string): Promise<Answer> =>
  app.guest().get('/api/search/jobs', from(address, answer));

/** As many of one network as a door opens for without asking. */
async function flood(send: (address: string) => Promise<Answer>, most: number): Promise<void> {
  for (let sent = 0; sent < most; sent += 1) {
    const { body } = await send(`203.0.113.${String(sent + 1)}`);
    expect(body['code']).not.toBe('request.challenge_required');
  }
}

type Facts = z.infer<typeof challengeFacts>;
function asked({ status, body }: Answer): Facts {
  expect([status, body['code']]).toEqual([429, 'request.challenge_required']);
  return challengeFacts.parse(body['facts']);
}
const packed = (what: object): string => Buffer.from(JSON.stringify(what)).toString('base64url');
async function solved({ challenge }: Facts): Promise<string> {
  const { parameters, signature } = challenge;
  const solution = await solveChallenge({ challenge: { parameters, signature }, deriveKey });
  return packed({ challenge: { parameters, signature }, solution });
}

/** The very file that browsers load, on its own. */
function inBrowser(challenge: object): unknown {
  const worker = pathToFileURL(join(__dirname, '../../libs/ui/challenge/worker.mjs')).href;
  const program = `import { solve } from '${worker}';
    console.log(JSON.stringify(await solve(JSON.parse(process.argv[1]))));`;
  const given = ['--input-type=module', '-e', program, '--', JSON.stringify(challenge)];
  return JSON.parse(execFileSync(process.execPath, given, { encoding: 'utf8' }));
}

describe('a door that one network knocks at too often', () => {
  it('asks that network for work, and nobody else', async () => {
    await flood(logIn, soft('login'));
    expect(asked(await logIn('203.0.113.99')).door).toBe('login');
    const healthy = await logIn('198.51.100.7');
    expect([healthy.status, healthy.body['code']]).toEqual([401, 'accounts.wrong_credentials']);
    // The other doors of the house have not been knocked at.
    expect((await search('203.0.113.99')).status).toBe(200);
  });

  it('opens for who has solved it, once', async () => {
    await flood(search, soft('search'));
    const answer = await solved(asked(await search('203.0.113.99')));
    expect((await search('203.0.113.99', answer)).status).toBe(200);
    asked(await search('203.0.113.99', answer));
  });

  it('opens for the work that a page does on a thread of its own', async () => {
    await flood(search, soft('search'));
    const { challenge } = asked(await search('203.0.113.99'));
    const { parameters, signature } = challenge;
    const answer = packed({ challenge: { parameters, signature }, solution: inBrowser(challenge) });
    expect((await search('203.0.113.99', answer)).status).toBe(200);
  });

  it('stays closed to an answer that was given at another door or from another network', async () => {
    await flood(search, soft('search'));
    await flood(logIn, soft('login'));
    const answer = await solved(asked(await search('203.0.113.99')));
    expect(asked(await logIn('203.0.113.99', answer)).door).toBe('login');
    for (let sent = 0; sent < soft('search'); sent += 1) await search('192.0.2.1');
    asked(await search('192.0.2.1', answer));
    // It was good all the while.
    expect((await search('203.0.113.99', answer)).status).toBe(200);
  });

  it('stays closed to an answer that comes too late', async () => {
    await flood(search, soft('search'));
    const answer = await solved(asked(await search('203.0.113.99')));
    const late = Date.now() + 181_000;
    const counted = jest.spyOn(app.app.get(Challenges)['networks'].search, 'consume');
    counted.mockRejectedValue(new Error('still a flood'));
    jest.spyOn(Date, 'now').mockReturnValue(late);
    asked(await search('203.0.113.99', answer));
  });

  it('stays closed to what nobody here signed, and to what is no answer', async () => {
    await flood(search, soft('search'));
    const { challenge } = asked(await search('203.0.113.99'));
    const { most, ...signed } = challenge;
    expect(most).toBeGreaterThan(0);
    const solution = { counter: 1, derivedKey: signed.parameters.keyPrefix };
    const easy = { ...signed.parameters, cost: 1, keyPrefix: '00' };
    const forged = [
      { challenge: signed, solution },
      { challenge: { ...signed, parameters: easy }, solution },
      { challenge: { ...signed, signature: '00'.repeat(32) }, solution },
      {},
    ];
    for (const one of forged) asked(await search('203.0.113.99', packed(one)));
    asked(await search('203.0.113.99', 'no answer at all'));
  });
});

describe('a door that everybody knocks at', () => {
  it('asks everybody, also who comes for the first time, and lets them in for their work', async () => {
    for (let sent = 0; sent < doors.login.all * factor; sent += 1)
      await logIn(`10.${String(sent)}.0.1`);
    const answer = await solved(asked(await logIn('198.51.100.7')));
    expect((await logIn('198.51.100.7', answer)).status).toBe(401);
  });

  it('never asks who is signed in', async () => {
    await flood(search, soft('search'));
    const member = await known(app, 'Mira Okafor', ['client']);
    const { status } = await member.get('/api/search/jobs', from('203.0.113.99'));
    expect(status).toBe(200);
  });
});

it('stands before what costs the house, and before nothing that is about money or health', () => {
  const guarded = routesOf(app.app).flatMap(({ name, door }) => (door ? [`${name} ${door}`] : []));
  expect(guarded.toSorted()).toEqual([
    'AccountsController.register register',
    'AccountsController.resend register',
    'CredentialsController.forgot reset',
    'LogInController.askLink link',
    'LogInController.logIn login',
    'SearchController.jobs search',
    'SearchController.suggest search',
    'SearchController.talent search',
  ]);
});
