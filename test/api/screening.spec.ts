import { about, Facts } from '@kernel/facts';
import { CommandBus } from '@nestjs/cqrs';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUIDv7 } from 'node:crypto';
import { ImportList } from '../../apps/api/src/trust/screening';
import { ConfirmIdentity } from '../../apps/api/src/trust/verification';
import { agreed, decideAs, key } from '../support/approvals';
import { TestApp, type Caller } from '../support/app';
import { inr, known, type Known } from '../support/market';
import { payOutOf } from '../support/payouts';
import { resolve } from '../support/screening';

const lists = mkdtempSync(join(tmpdir(), 'lists-'));
let app: TestApp;
let first: Known;
let second: Known;
let lead: Known;
let support: Known;
let finance: Known;
beforeAll(async () => {
  cpSync(join(import.meta.dirname, '../../apps/sandbox/lists'), lists, { recursive: true });
  app = await TestApp.start();
  first = await known(app, 'Kavya Menon', ['compliance']);
  second = await known(app, 'Miriam Osei', ['compliance']);
  lead = await known(app, 'Lena Ortiz', ['compliance_lead']);
  support = await known(app, 'Sam Oduya', ['support']);
  finance = await known(app, 'Meera Joshi', ['finance_maker']);
  expect(await take('ofac', 'sdn.xml')).toMatchObject({ version: 1, added: 3 });
  await take('un', 'un.xml');
  await app.settle();
});
afterAll(() => app.stop());

const take = (source: 'ofac' | 'un' | 'eu', file: string) =>
  app.app.get(CommandBus).execute(new ImportList(source, join(lists, file)));

/** Somebody who signed up under this name. */
async function joined(name: string): Promise<Known> {
  const person = await known(app, name, ['provider']);
  await tell('AccountRegistered', person.id);
  return person;
}

async function tell(type: string, accountId: string): Promise<void> {
  const told = [about('account', accountId, type, { accountId })];
  await app.app.get(Facts).commit(() => Promise.resolve({ told }));
  await app.settle();
}

interface Alert {
  readonly caseId: string;
  readonly account: { readonly id: string };
  readonly strength: string;
  readonly rule: string | null;
  readonly listedName: string | null;
}

async function alertsOf(accountId: string, by: Caller = first): Promise<Alert[]> {
  const { body } = await by.get('/api/admin/screening/alerts?limit=100');
  return (body['items'] as Alert[]).filter(({ account }) => account.id === accountId);
}

const openCase = async (): Promise<string> =>
  String((await alertsOf((await joined('Zoravar Quashtani')).id))[0]?.caseId);

const payOut = (person: Known) => payOutOf(app, person);

describe('a list', () => {
  it('is imported once however often it is given', async () => {
    expect(await take('ofac', 'sdn.xml')).toBeNull();
    const { body } = await first.get('/api/admin/screening/lists');
    expect((body['items'] as object[]).slice(0, 3)).toMatchObject([
      { source: 'ofac', date: '2026-10-01', version: 1, entries: 3, names: 4 },
      { source: 'eu', version: 0, date: null },
      { source: 'un', entries: 2 },
    ]);
  });
});

describe('somebody with a listed name', () => {
  it('is an alert in a case, and the wallet stops before anything leaves it', async () => {
    const person = await joined('Zoravar Quashtani');
    expect(await alertsOf(person.id)).toMatchObject([
      { strength: 'strong', listedName: expect.stringContaining('ASHTANI') as string },
    ]);
    const answer = await payOut(person);
    expect(answer).toMatchObject({ status: 403, body: { code: 'wallet.restricted' } });
  });

  it('is stopped at the payout itself when the list came after the sign-up', async () => {
    const person = await known(app, 'Tikhomir Veldranov', ['provider']);
    await take('eu', 'eu.xml');
    const answer = await payOut(person);
    expect(answer).toMatchObject({ status: 403, body: { code: 'wallet.restricted' } });
  });

  it('is found the night after a list changed', async () => {
    const person = await known(app, 'Mubariz al Tharqavi', ['provider']);
    const text = readFileSync(join(lists, 'un.xml'), 'utf8');
    writeFileSync(join(lists, 'un.xml'), text.replace('Abu Tharqa', 'Abu Tharqa the Elder'));
    await take('un', 'un.xml');
    await app.settle();
    expect(await alertsOf(person.id)).toEqual([]);
    await app.passDays(1.1);
    expect(await alertsOf(person.id)).toMatchObject([{ strength: 'strong' }]);
  });

  it('is found when the name changes, and one case holds all that is found', async () => {
    const person = await joined('Priya Nair');
    expect(await alertsOf(person.id)).toEqual([]);
    await app.database.query("update accounts set name = 'Zorawar Kashtani' where id = $1", [
      person.id,
    ]);
    await tell('AccountRenamed', person.id);
    await tell('AccountRenamed', person.id);
    expect(await alertsOf(person.id)).toHaveLength(1);
  });

  it('is looked at by nobody where a proved birthday is another', async () => {
    const person = await known(app, 'Zoravar Kashtany', ['provider']);
    const stated = { legalName: person.name, birthDate: '1994-06-01', country: 'IN' };
    await app.app.get(CommandBus).execute(new ConfirmIdentity(person.id, stated));
    await app.settle();
    const [alert] = await alertsOf(person.id);
    expect(alert?.strength).not.toBe('strong');
  });
});

describe('a case', () => {
  it('is not resolved before everything was looked at', async () => {
    const answer = await resolve(first, await openCase(), 'false_positive', {
      checklist: ['name'],
    });
    expect(answer).toMatchObject({ status: 422, body: { code: 'screening.checklist_incomplete' } });
  });

  it('that was another person is remembered until the entry changes', async () => {
    const person = await joined('Zoravar Quashtani');
    const [alert] = await alertsOf(person.id);
    expect(await resolve(first, String(alert?.caseId), 'false_positive')).toMatchObject({
      status: 200,
    });
    // Two people let the wallet go; the next payout does not stop it again.
    await app.database.query('delete from wallet_restrictions where account_id = $1', [person.id]);
    const answer = await payOut(person);
    expect(answer.body['code']).toBe('money.overdrawn');
    await tell('AccountRenamed', person.id);
    expect(await alertsOf(person.id)).toHaveLength(1);
    const text = readFileSync(join(lists, 'sdn.xml'), 'utf8');
    writeFileSync(join(lists, 'sdn.xml'), text.replace('12 Mar 1971', '13 Mar 1971'));
    expect(await take('ofac', 'sdn.xml')).toMatchObject({ version: 2, changed: 1, added: 0 });
    await tell('AccountRenamed', person.id);
    expect(await alertsOf(person.id)).toHaveLength(2);
    expect(await resolve(first, String(alert?.caseId), 'inconclusive')).toMatchObject({
      status: 409,
    });
  });

  it('is a true match only when two people say so', async () => {
    const caseId = await openCase();
    const { body } = await resolve(first, caseId, 'true_match');
    const approvalId = String(body['approvalId']);
    await app.settle();
    expect(await decideAs(first, approvalId)).toMatchObject({ status: 403 });
    expect(await agreed(app, second, approvalId)).toBe('executed');
    const { body: shown } = await first.get(`/api/admin/screening/cases/${caseId}`);
    expect(shown).toMatchObject({ state: 'resolved', disposition: 'true_match', restricted: true });
  });

  it('is open again when the second person does not agree', async () => {
    const caseId = await openCase();
    const { body } = await resolve(first, caseId, 'true_match');
    await app.settle();
    await decideAs(second, String(body['approvalId']), 'deny');
    await app.settle();
    const { body: shown } = await first.get(`/api/admin/screening/cases/${caseId}`);
    expect(shown).toMatchObject({ state: 'open', approvalId: null });
  });
});

describe('what moves', () => {
  it('in parts just below the limit is looked at', async () => {
    const person = await joined('Ritu Sharma');
    await moved(person, [2_400_000, 2_450_000, 2_300_000]);
    const found = await alertsOf(person.id);
    expect(found.map(({ rule }) => rule).filter((rule) => rule === 'structuring')).toHaveLength(1);
  });

  it('is tried on a rule before it is switched on', async () => {
    const wish = { rule: 'velocity', enabled: true, amountMinor: '0', times: 3, hours: 24 };
    const { body } = await first.post('/api/admin/screening/rules/backtest', wish);
    expect(body).toMatchObject({
      hits: 1,
      accounts: 1,
      sample: [{ account: { name: 'Ritu Sharma' } }],
    });
    expect(
      await first.post('/api/admin/screening/rules', { ...wish, enabled: false }),
    ).toMatchObject({ status: 204 });
    const { body: now } = await first.get('/api/admin/screening/rules');
    expect(now['items']).toContainEqual(
      expect.objectContaining({ rule: 'velocity', version: 2, enabled: false }),
    );
  });

  async function moved(person: Known, amounts: readonly number[]): Promise<void> {
    const bankAccountId = randomUUIDv7();
    for (const amount of amounts) {
      const payoutId = randomUUIDv7();
      const fact = {
        payoutId,
        providerId: person.id,
        bankAccountId,
        amount: inr(amount),
        flags: [],
      };
      const told = [about('payout', payoutId, 'PayoutRequested', fact)];
      await app.app.get(Facts).commit(() => Promise.resolve({ told }));
      await app.settle();
    }
  }
});

describe('a report to the authority', () => {
  let person: Known;
  let caseId: string;
  let reportId: string;
  beforeAll(async () => {
    person = await joined('Zoravar Quashtani');
    caseId = String((await alertsOf(person.id))[0]?.caseId);
    const { status, body } = await first.post(`/api/admin/screening/cases/${caseId}/report`);
    expect(status).toBe(201);
    reportId = String(body['id']);
    await app.settle();
  });

  it('begins with what is known, and is written on', async () => {
    const path = `/api/admin/screening/reports/${reportId}`;
    const { body } = await first.get(path);
    const listed = expect.stringContaining('ASHTANI') as string;
    expect(body).toMatchObject({ state: 'draft', facts: { alerts: [{ what: listed }] } });
    expect(body['narrative']).toContain('ASHTANI');
    expect(await first.put(path, { narrative: 'What happened.' })).toMatchObject({ status: 204 });
    expect((await second.get(path)).body['narrative']).toBe('What happened.');
    expect(await first.post(`/api/admin/screening/cases/${caseId}/report`)).toMatchObject({
      body: { code: 'screening.report_exists' },
    });
  });

  it('leaves no trace for anybody but compliance', async () => {
    const paths = [
      '/api/admin/screening/alerts',
      `/api/admin/screening/cases/${caseId}`,
      `/api/admin/screening/reports/${reportId}`,
      '/api/admin/screening/lists',
    ];
    for (const by of [support, finance, person])
      for (const path of paths)
        expect([path, await by.get(path)]).toEqual([
          path,
          expect.objectContaining({
            status: 404,
            body: expect.objectContaining({ code: 'request.not_found' }) as object,
          }),
        ]);
    const { body: stream } = await finance.get(`/api/admin/streams/case-${caseId}`);
    expect(stream['items']).toEqual([]);
    const { body: inbox } = await person.get('/api/notifications');
    expect(inbox['items']).toMatchObject([{ kind: 'wallet_held', link: '/wallet', variables: {} }]);
  });

  it('is filed by the lead, and neither the asking nor the filing changes what others count', async () => {
    const seen = async () =>
      JSON.stringify([
        (await finance.get('/api/admin/approvals?limit=100')).body,
        (await support.get('/api/admin/approvals?limit=100')).body,
        (await person.get('/api/notifications')).body,
        (await person.get('/api/wallet')).body,
      ]);
    const before = await seen();
    const path = `/api/admin/screening/reports/${reportId}/file`;
    const { body } = await first.post(path, { reason: 'Complete.' }, key());
    const approvalId = String(body['approvalId']);
    await app.settle();
    expect(await seen()).toBe(before);
    for (const by of [finance, second, support])
      expect(await by.get(`/api/admin/approvals/${approvalId}`)).toMatchObject({ status: 404 });
    expect(await agreed(app, lead, approvalId)).toBe('executed');
    expect(await seen()).toBe(before);
    const { body: filed } = await first.get(`/api/admin/screening/reports/${reportId}`);
    expect(filed).toMatchObject({ state: 'filed', filedBy: { name: 'Lena Ortiz' } });
    const again = await first.put(`/api/admin/screening/reports/${reportId}`, {
      narrative: 'Other.',
    });
    expect(again).toMatchObject({ body: { code: 'screening.report_filed' } });
  });
});
