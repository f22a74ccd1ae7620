import { Clock } from '@kernel/clock';
import { about, Facts } from '@kernel/facts';
import { Jobs } from '@kernel/jobs';
import { randomUUIDv7 } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { readSettings } from '../../apps/sandbox/src/core/settings';
import { createSandbox, type Sandbox } from '../../apps/sandbox/src/sandbox';
import { FetchListJobs, FetchLists } from '../../apps/api/src/trust/screening/commands/fetch-lists';
import { agreed } from '../support/approvals';
import { TestApp } from '../support/app';
import { known, type Known } from '../support/market';
import { payOutOf } from '../support/payouts';
import { resolve } from '../support/screening';

let app: TestApp;
let sandbox: Sandbox;
let url: string;
let first: Known;
let second: Known;
beforeAll(async () => {
  const ports = { SANDBOX_PORT: '0', SANDBOX_SMTP_PORT: '0', SANDBOX_DNS_PORT: '0' };
  sandbox = createSandbox(readSettings({ ...ports, SANDBOX_DB: ':memory:' }));
  url = await sandbox.start();
  app = await TestApp.start({
    OUTGOING_ALLOWED: new URL(url).host,
    SCREENING_OFAC_URL: `${url}/lists/sdn.xml`,
    SCREENING_UN_URL: 'http://127.0.0.1:9/consolidated.xml',
    SCREENING_PEP_URL: `${url}/lists/peps.csv`,
  });
  first = await known(app, 'Kavya Menon', ['compliance']);
  second = await known(app, 'Miriam Osei', ['compliance']);
  expect(await fetched('pep')).toBe('imported');
});
afterAll(async () => {
  await app.stop();
  await sandbox.stop();
});

const lists = '/api/admin/screening/lists';

async function fetched(source: string): Promise<unknown> {
  const { status, body } = await first.post(`${lists}/${source}/fetch`);
  await app.settle();
  return status === 200 ? body['outcome'] : body['code'];
}

interface Shown {
  readonly source: string;
  readonly version: number;
  readonly outcome: string | null;
  readonly failingSince: string | null;
}

async function shown(source: string): Promise<Shown | undefined> {
  const { body } = await first.get(lists);
  return (body['items'] as Shown[]).find((one) => one.source === source);
}

const publish = (name: string, text: string) =>
  fetch(`${url}/api/lists/${name}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  });

const fail = (path: string) =>
  fetch(`${url}/api/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ method: 'GET', path, kind: 'error', when: 'before', status: 503 }),
  });

async function joined(name: string): Promise<Known> {
  const person = await known(app, name, ['provider']);
  const told = [about('account', person.id, 'AccountRegistered', { accountId: person.id })];
  await app.app.get(Facts).commit(() => Promise.resolve({ told }));
  await app.settle();
  return person;
}

async function caseOf({ id }: Known): Promise<string | undefined> {
  const { body } = await first.get('/api/admin/screening/alerts?limit=100');
  const alerts = body['items'] as { caseId: string; account: { id: string } }[];
  return alerts.find(({ account }) => account.id === id)?.caseId;
}

const detail = async (caseId = '') =>
  (await first.get(`/api/admin/screening/cases/${caseId}`)).body;

const mailsOf = (person: Known) =>
  app.database.query('select kind from mail_log where account_id = $1', [person.id]);

/** Days until it is a minute past this hour, UTC. */
function untilHour(hour: number): number {
  const now = app.app.get(Clock).now();
  const then = new Date(now);
  then.setUTCHours(hour, 1, 0, 0);
  const wait = then.getTime() - now.getTime();
  return (wait + (wait > 0 ? 0 : 86_400_000)) / 86_400_000;
}

describe('a list', () => {
  it('is taken from its publisher, and not sent again while it is as it was', async () => {
    expect(await fetched('ofac')).toBe('imported');
    expect(await shown('ofac')).toMatchObject({ version: 1, entries: 3, date: '2026-10-01' });
    expect(await fetched('ofac')).toBe('unchanged');
    const [row] = await app.database.query("select etag from list_fetches where source = 'ofac'");
    expect(row).toMatchObject({ etag: expect.stringMatching(/^"\w+"$/) as string });
  });

  it('that changed is found in the night, and everybody is screened in the same one', async () => {
    const person = await joined('Lysander Vantobel');
    expect(await caseOf(person)).toBeUndefined();
    const old = await (await fetch(`${url}/lists/sdn.xml`)).text();
    await publish(
      'sdn.xml',
      old.replace('Zoravar Ilmedin', 'Lysander').replace('QUASHTANI', 'VANTOBEL'),
    );
    await app.app.get(FetchLists).follow();
    await app.passDays(untilHour(1));
    await nightsWork();
    expect(await shown('ofac')).toMatchObject({ version: 2, outcome: 'imported' });
    expect(await caseOf(person)).toBeUndefined();
    await app.passDays(1 / 24);
    expect(await caseOf(person)).toBeDefined();
  });

  it('that cannot be had alarms compliance once, and the old one stays in use', async () => {
    await fail('/lists/sdn.xml');
    await fail('/lists/sdn.xml');
    const before = (await mailsOf(first)).length;
    expect([await fetched('ofac'), await fetched('ofac')]).toEqual(['failed', 'failed']);
    expect(await shown('ofac')).toMatchObject({ entries: 3, why: 'http_503' });
    expect((await shown('ofac'))?.failingSince).not.toBeNull();
    expect((await mailsOf(first)).slice(before)).toEqual([{ kind: 'list_unfetched' }]);
    expect(await fetched('ofac')).toBe('unchanged');
    expect(await shown('ofac')).toMatchObject({ failingSince: null, why: null });
  });

  it('is refused whole when it is no list, and asked for again', async () => {
    await publish('sdn.xml', '<html>We are closed</html>');
    expect(await fetched('ofac')).toBe('failed');
    expect(await shown('ofac')).toMatchObject({ version: 2, entries: 3, why: 'not_a_list' });
    expect(await fetched('ofac')).toBe('failed');
  });

  it('is never asked for inside of the house, nor where no address was given', async () => {
    expect(await fetched('un')).toBe('failed');
    expect(await shown('un')).toMatchObject({ why: 'not_https' });
    expect(await fetched('eu')).toBe('screening.list_without_address');
  });

  it('is fetched by nobody but compliance', async () => {
    const support = await known(app, 'Sam Oduya', ['support']);
    expect(await support.post(`${lists}/pep/fetch`)).toMatchObject({ status: 404 });
  });
});

/** What the timer of the night put into the queue: one job for each list with an address. */
async function nightsWork(): Promise<void> {
  const waiting = await app.app.get(Jobs).ask('lists', (queue) => queue.getWaiting());
  const sources = waiting.map(({ data }) => (data as { source: string }).source);
  expect(new Set(sources)).toEqual(new Set(['ofac', 'un', 'pep']));
  const jobs = app.app.get(FetchListJobs);
  for (const source of sources)
    await jobs.process({ data: { source } } as Parameters<FetchListJobs['process']>[0]);
  await app.settle();
}

describe('somebody in public office', () => {
  it('is looked at, and their money goes where they want', async () => {
    const person = await joined('Ottoline Farrowgate');
    expect(await detail(await caseOf(person))).toMatchObject({ isPep: true, restricted: false });
    const { body } = await payOutOf(app, person);
    expect(body['code']).not.toBe('wallet.restricted');
  });

  it('is watched more closely when two people decided so, and not raised again', async () => {
    const person = await joined('Bertrand Quillmoor');
    const caseId = String(await caseOf(person));
    const { body } = await resolve(first, caseId, 'enhanced_due_diligence');
    await app.settle();
    expect(await detail(caseId)).toMatchObject({ state: 'second_look', watchedCloser: false });
    expect(await agreed(app, second, String(body['approvalId']))).toBe('executed');
    expect(await detail(caseId)).toMatchObject({ state: 'resolved', watchedCloser: true });
    await joined('Bertrand Quillmoor');
    const told = [about('account', person.id, 'AccountRenamed', { accountId: person.id })];
    await app.app.get(Facts).commit(() => Promise.resolve({ told }));
    await app.settle();
    expect(await detail(caseId)).toMatchObject({ state: 'resolved' });
    expect((await detail(caseId))['history']).toEqual([]);
  });

  it('is looked at from half of the amounts on', async () => {
    const rule = { rule: 'velocity', enabled: true, amountMinor: '400000', times: 1, hours: 24 };
    expect(await first.post('/api/admin/screening/rules', rule)).toMatchObject({ status: 204 });
    const [usual, closer] = [await known(app, 'Usual One', []), await known(app, 'Closer One', [])];
    await app.database.query(
      `insert into screening_cases (id, account_id, state, strength, disposition, opened_at)
        values ($1, $2, 'resolved', 'strong', 'enhanced_due_diligence', now())`,
      [randomUUIDv7(), closer.id],
    );
    for (const person of [usual, closer]) await moves(person, '250000');
    expect([await caseOf(usual), await caseOf(closer)]).toEqual([undefined, expect.any(String)]);
  });

  it('is no word for whoever is on a list of an authority', async () => {
    await publish('sdn.xml', await original('sdn.xml'));
    expect(await fetched('ofac')).toBe('imported');
    const person = await joined('Zoravar Quashtani');
    const answer = await resolve(first, String(await caseOf(person)), 'enhanced_due_diligence');
    expect(answer).toMatchObject({ status: 422, body: { code: 'screening.not_pep' } });
  });
});

async function moves({ id: providerId }: Known, amountMinor: string): Promise<void> {
  const [payoutId, bankAccountId] = [randomUUIDv7(), randomUUIDv7()];
  const amount = { amountMinor, currency: 'INR' as const };
  const fact = { payoutId, providerId, amount, bankAccountId, flags: [] };
  const told = [about('payout', payoutId, 'PayoutRequested', fact)];
  await app.app.get(Facts).commit(() => Promise.resolve({ told }));
  await app.settle();
}

const original = (name: string): Promise<string> => readFile(`apps/sandbox/lists/${name}`, 'utf8');
