import { randomUUIDv7 } from 'node:crypto';
import { auditedApp, fund } from '../support/audit';
import { Client } from 'pg';
import { testDatabase } from '../support/database';

let house: Awaited<ReturnType<typeof auditedApp>>;
beforeAll(async () => {
  house = await auditedApp();
});
afterAll(() => house.stop());

interface Action {
  readonly staff: { id: string };
  readonly [key: string]: unknown;
}
const log = async (query: Record<string, string> = {}): Promise<Action[]> => {
  await house.app.settle();
  const search = new URLSearchParams(query).toString();
  const { body } = await house.app.as(['auditor']).get(`/api/admin/audit/log?${search}`);
  return body['items'] as Action[];
};

describe('the log of the staff', () => {
  it('knows who looked at what, when, from where and what for', async () => {
    const support = house.app.as(['support']);
    const purpose = encodeURIComponent('Ticket 77: वह भुगतान');
    await support.get('/api/admin/accounts?q=asha', { 'x-purpose': purpose });
    const [action] = await log({ staffId: support.id });
    expect(action).toMatchObject({
      action: 'inspect',
      subject: 'Account',
      method: 'GET',
      path: '/api/admin/accounts?q=…',
      roles: ['support'],
      address: '127.0.0.1',
      purpose: 'Ticket 77: वह भुगतान',
      isIntact: true,
    });
  });

  it('knows the doors that were shut, and what was not there', async () => {
    const support = house.app.as(['support']);
    expect((await support.get('/api/admin/ledger/trial-balance')).status).toBe(403);
    const finance = house.app.as(['finance_maker']);
    expect((await finance.get(`/api/admin/ledger/journals/${randomUUIDv7()}`)).status).toBe(404);
    const [refused] = await log({ staffId: support.id });
    expect(refused).toMatchObject({ action: 'refused', status: 403 });
    expect((await log({ staffId: finance.id }))[0]).toMatchObject({ status: 404 });
  });

  it('counts a page that asks again by itself as one look, and hides nothing by that', async () => {
    const support = house.app.as(['support']);
    const again = { 'x-again': '1' };
    const page = '/api/admin/accounts?limit=3';
    for (let n = 0; n < 3; n += 1) expect((await support.get(page, again)).status).toBe(200);
    expect(await log({ staffId: support.id })).toHaveLength(1);
    await support.get('/api/admin/accounts?limit=4', again);
    expect(await log({ staffId: support.id })).toHaveLength(2);
    await support.get(page);
    expect(await log({ staffId: support.id })).toHaveLength(3);
    await house.app.as(['support'], support.id).get(page, again);
    expect(await log({ staffId: support.id })).toHaveLength(4);
  });

  it('does not know what people do with what is theirs', async () => {
    const client = house.app.as(['client']);
    await client.get('/api/wallet');
    expect(await log({ staffId: client.id })).toEqual([]);
  });

  it('finds a look at one thing, page by page', async () => {
    const auditor = house.app.as(['auditor']);
    const contractId = randomUUIDv7();
    for (let n = 0; n < 3; n += 1) await auditor.get(`/api/admin/streams/escrow-${contractId}`);
    const first = await auditor.get(`/api/admin/audit/log?about=${contractId}&limit=2`);
    expect(first.body['items']).toHaveLength(2);
    const after = String(first.body['next']);
    const rest = await auditor.get(
      `/api/admin/audit/log?about=${contractId}&limit=2&after=${after}`,
    );
    expect(rest.body['items']).not.toHaveLength(0);
  });

  it('cannot be rewritten by the application, and shows it when its owner does', async () => {
    const support = house.app.as(['support']);
    await support.get('/api/admin/accounts?q=hidden');
    for (const change of ['update staff_actions set path = path', 'delete from staff_actions'])
      await expect(house.app.database.query(change)).rejects.toThrow('permission denied');
    const { ownerUrl } = await testDatabase();
    const owner = new Client({ connectionString: ownerUrl });
    await owner.connect();
    await owner.query('alter table staff_actions disable trigger user');
    await owner.query(`update staff_actions set path = '/api/admin/accounts' where staff_id = $1`, [
      support.id,
    ]);
    await owner.end();
    expect((await log({ staffId: support.id }))[0]).toMatchObject({ isIntact: false });
  });

  it.each(['support', 'finance_maker', 'mediator'] as const)('is closed to %s', async (role) => {
    const paths = ['log', 'exports', 'state', 'check'].map((path) => `/api/admin/audit/${path}`);
    for (const path of paths) expect((await house.app.as([role]).get(path)).status).toBe(403);
  });
});

describe('the time machine', () => {
  const query = (asked: Record<string, string>) => new URLSearchParams(asked).toString();
  const ask = async (path: string, asked: Record<string, string>) =>
    (await house.app.as(['finance_checker']).get(`/api/admin/replay/${path}?${query(asked)}`)).body;

  it('knows what an account held at any instant, before and after the log has seen it', async () => {
    const { account, contractId } = await fund(house.app, 1_000n);
    const between = new Date().toISOString();
    await fund(house.app, 500n, { contractId });
    const now = new Date(Date.now() + 5_000).toISOString();
    const balance = async (at: string) => (await ask('balance', { account, at }))['balance'];
    expect(await balance(now)).toEqual({ amountMinor: '1500', currency: 'INR' });
    await house.catchUp();
    expect(await balance(between)).toEqual({ amountMinor: '1000', currency: 'INR' });
    expect(await balance(now)).toEqual({ amountMinor: '1500', currency: 'INR' });
    expect(await balance('2020-01-01T00:00:00.000Z')).toEqual({
      amountMinor: '0',
      currency: 'INR',
    });
  });

  it('tells when it took effect from when it was recorded', async () => {
    const late = '2026-01-15T10:30:00.000Z';
    const { account } = await fund(house.app, 700n, { at: late });
    await house.catchUp();
    const asked = { account, at: '2026-02-01T00:00:00.000Z' };
    expect((await ask('balance', { ...asked, axis: 'effective' }))['balance']).toMatchObject({
      amountMinor: '700',
    });
    expect((await ask('balance', asked))['balance']).toMatchObject({ amountMinor: '0' });
  });

  it('balances at every instant, and says what changed between two', async () => {
    const from = new Date().toISOString();
    const { account } = await fund(house.app, 2_500n);
    await house.catchUp();
    const to = new Date(Date.now() + 5_000).toISOString();
    for (const axis of ['recorded', 'effective']) {
      const { currencies } = await ask('trial-balance', { at: to, axis });
      for (const { difference } of currencies as { difference: object }[])
        expect(difference).toEqual({ amountMinor: '0', currency: 'INR' });
    }
    const { rows } = await ask('difference', { from, to, account });
    expect(rows).toMatchObject([{ name: account, change: { amountMinor: '2500' } }]);
    const kinds = (await ask('difference', { from, to }))['rows'] as { name: string }[];
    expect(kinds.map(({ name }) => name)).toContain('escrow INR');
  });

  it('says why: the entries, their events and their leaves', async () => {
    const { account, contractId } = await fund(house.app, 40n);
    await fund(house.app, 2n, { contractId });
    await house.catchUp();
    const at = new Date(Date.now() + 5_000).toISOString();
    const { items } = await ask('why', { account, at });
    expect(items).toMatchObject([
      { amount: { amountMinor: '2' }, balance: { amountMinor: '42' }, event: { version: 2 } },
      { amount: { amountMinor: '40' }, event: { stream: `escrow-${contractId}`, version: 1 } },
    ]);
  });

  it('walks a contract event by event; debit is credit at every step', async () => {
    const { contractId } = await fund(house.app, 60n);
    await fund(house.app, 40n, { contractId });
    const { steps } = await ask(`contracts/${contractId}`, {});
    const walked = steps as { debit: unknown; credit: unknown; balances: unknown[] }[];
    expect(walked.map(({ debit, credit }) => [debit, credit])).toEqual([
      [
        { amountMinor: '63', currency: 'INR' },
        { amountMinor: '63', currency: 'INR' },
      ],
      [
        { amountMinor: '106', currency: 'INR' },
        { amountMinor: '106', currency: 'INR' },
      ],
    ]);
  });
});
