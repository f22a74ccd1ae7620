import { CommandBus } from '@nestjs/cqrs';
import { CheckControls } from '../../apps/api/src/money/reconciliation/commands/check-controls';
import { DailyRuns } from '../../apps/api/src/money/reconciliation/commands/daily-runs';
import { RunScheduled } from '../../apps/api/src/money/reconciliation/commands/run-reconciliation';
import { dayOf, daysAfter } from '@kernel/business-days';
import { agreed, decideAs, key } from '../support/approvals';
import { known, type Known } from '../support/market';
import { balance, expectZero } from '../support/money';
import { Outside, type Break } from '../support/statements';

let outside: Outside;
let maker: Known;
let checker: Known;
let provider: Known;
let payments: string[];
let payoutId: string;
let failed: string;
/** The day on which everything happened. */
let first: string;
const after = (days: number) => daysAfter(first, days);

beforeAll(async () => {
  outside = await Outside.start();
  const { app } = outside;
  maker = await known(app, 'Meera Joshi', ['finance_maker']);
  checker = await known(app, 'Chandan Pillai', ['finance_checker']);
  provider = await known(app, 'Amira Hassan', ['provider']);
  const client = await known(app, 'Noor Clinic', ['client']);
  first = dayOf(new Date());
  payments = [];
  for (let more = 0; more < 4; more += 1) {
    payments.push((await outside.payment(client, provider)).paymentId);
    await app.database.query('delete from rate_limits');
  }
  await outside.dispute(payments[3] ?? '', 50_000);
  await outside.fill(provider, 900_000, { maker, checker });
  payoutId = await outside.payout(provider, 300_000);
  failed = await outside.payout(provider, 200_000, 'failed');
  await outside.pass(5);
}, 60_000);
afterAll(() => outside.stop());
beforeEach(() => outside.app.database.query('delete from rate_limits'));
afterEach(async () => {
  await outside.honest();
  await expectZero(outside.app);
});

const path = '/api/admin/reconciliation';
async function run(date: string, gateway = 'razorpay') {
  const answer = await maker.post(`${path}/runs`, { gateway, date });
  await outside.app.settle();
  return answer;
}
const breaks = async (query = ''): Promise<Break[]> =>
  (await maker.get(`${path}/breaks?limit=100${query}`)).body['items'] as Break[];
const openOf = async (reference: string | undefined) =>
  (await breaks()).filter((one) => one.reference === reference && one.status !== 'resolved');
const allOf = async (reference: string | undefined) =>
  (await breaks()).filter((one) => one.reference === reference);

describe('a day of the gateway', () => {
  it('agrees with the ledger line by line, and says so once', async () => {
    const { status, body } = await run(after(2));
    expect(status).toBe(200);
    expect(body).toMatchObject({ lines: 5, matched: 5, breaks: 0, refusal: null });
    await run(after(2));
    const runs = await outside.app.database.query(
      `select from record.events where type = 'ReconciliationRun' and stream = $1`,
      [`recon-razorpay-${after(2)}`],
    );
    expect(runs).toHaveLength(1);
    const { body: day } = await maker.get(`${path}/days/razorpay/${after(2)}`);
    expect(day['lines']).toHaveLength(5);
    expect((day['lines'] as { matched: boolean }[]).every(({ matched }) => matched)).toBe(true);
    expect((await maker.get(`${path}/runs`)).body['items']).toMatchObject([{ date: after(2) }]);
  });

  it('of payouts agrees too; one that failed settles itself', async () => {
    const { body } = await run(first, 'razorpayx');
    expect(body).toMatchObject({ lines: 3, matched: 3, breaks: 0 });
    expect(await allOf(payoutId)).toEqual([]);
    expect(await allOf(failed)).toEqual([]);
  });

  it('that is not over is not compared', async () => {
    expect(await run(after(5))).toMatchObject({ body: { code: 'reconciliation.day_not_over' } });
    expect(await run('2026-02-30')).toMatchObject({ status: 400 });
  });

  it.each([
    ['extra', { kind: 'extra', entityId: 'pay_unknown1', by: 12_345 }, 12_345],
    ['wrong_amount', { kind: 'wrong_amount', by: -700 }, -700],
    ['wrong_fee', { kind: 'wrong_fee', by: 150 }, 150],
  ])(
    'with a planted difference (%s) opens one break, and none when it is gone',
    async (kind, wish, by) => {
      const entityId = kind === 'extra' ? 'pay_unknown1' : payments[0];
      await outside.plant({ ...wish, entityId, date: after(2) });
      expect(await run(after(2))).toMatchObject({ body: { breaks: 1 } });
      await run(after(2));
      const [one, ...more] = await openOf(entityId);
      expect(more).toEqual([]);
      expect(one).toMatchObject({ kind, difference: { amountMinor: String(by) } });
      await outside.honest();
      await run(after(2));
      expect(await openOf(entityId)).toEqual([]);
      const past = (await allOf(entityId)).filter((each) => each.kind === kind);
      expect(past).toMatchObject([{ outcome: 'gone' }]);
    },
  );

  it('misses what is due and in no statement, and closes that when it comes late', async () => {
    const [, , paymentId = ''] = payments;
    await outside.plant({ kind: 'late', entityId: paymentId, days: 2 });
    await run(after(2));
    await run(after(3));
    expect(await openOf(paymentId)).toMatchObject([
      { kind: 'missing', difference: { amountMinor: expect.stringMatching(/^-\d/) as string } },
    ]);
    await run(after(4));
    const all = await allOf(paymentId);
    expect(all.find(({ kind }) => kind === 'missing')).toMatchObject({ outcome: 'arrived' });
    expect(all.find(({ kind }) => kind === 'late')).toMatchObject({ status: 'open' });
    await outside.honest();
    await run(after(4));
    await run(after(2));
    expect(await openOf(paymentId)).toEqual([]);
  });

  it.each([
    ['in an unknown currency', { kind: 'currency', currency: 'XQX' }, 'unknown_currency'],
    ['cut off', { kind: 'truncated' }, 'statement_truncated'],
    ['with a negative amount', { kind: 'wrong_amount', print: '-5' }, 'bad_amount'],
    ['with 10^30', { kind: 'wrong_amount', print: '1e30' }, 'bad_amount'],
    ['with a fraction', { kind: 'wrong_amount', print: '10.5' }, 'bad_amount'],
  ])('%s is refused as a whole', async (_, wish, code) => {
    await run(after(2));
    const before = await snapshot();
    await outside.plant({ ...wish, date: after(2) });
    expect(await run(after(2))).toMatchObject({ body: { code: `reconciliation.${code}` } });
    expect(await snapshot()).toEqual(before);
    await outside.app.app.get(CommandBus).execute(new RunScheduled('razorpay', after(2)));
    await outside.app.settle();
    const { body } = await maker.get(`${path}/runs?gateway=razorpay`);
    const runs = body['items'] as { date: string; refusal: string | null }[];
    expect(runs.find(({ date }) => date === after(2))).toMatchObject({
      refusal: `reconciliation.${code}`,
    });
  });

  it('is told to finance when there is something to explain', async () => {
    const { database } = outside.app;
    const told = await database.query(
      `select distinct account_id from mail_log where kind = 'recon_difference'`,
    );
    expect(told).toEqual([{ account_id: maker.id }]);
  });
});

const snapshot = () =>
  outside.app.database.query<object>(
    `select (select count(*) from record.events where stream like 'recon-%') as events,
      (select md5(string_agg(l::text, '' order by l::text)) from recon_lines l) as lines`,
  );

describe('a break', () => {
  const planted = async (entityId: string, by = 4_200): Promise<string> => {
    await outside.plant({ kind: 'extra', entityId, by, date: after(2) });
    await run(after(2));
    const [one] = await openOf(entityId);
    return one?.id ?? '';
  };
  const detail = async (id: string) => (await maker.get(`${path}/breaks/${id}`)).body;

  it('is taken, noted and resolved with a reason, once', async () => {
    const id = await planted('pay_explained');
    const post = (what: string, body: object) => maker.post(`${path}/breaks/${id}/${what}`, body);
    expect(await post('owner', { ownerId: maker.id })).toMatchObject({ status: 204 });
    expect(await post('notes', { text: 'Asked the gateway.' })).toMatchObject({ status: 204 });
    const resolution = { outcome: 'explained', reason: 'A test of the gateway.' };
    expect(await post('resolve', resolution)).toMatchObject({ status: 204 });
    await outside.app.settle();
    expect(await detail(id)).toMatchObject({
      status: 'resolved',
      outcome: 'explained',
      owner: { name: 'Meera Joshi' },
      suggested: [],
      notes: [{ body: 'Asked the gateway.' }, { kind: 'reason', body: 'A test of the gateway.' }],
    });
    expect(await post('resolve', resolution)).toMatchObject({
      body: { code: 'reconciliation.already_resolved' },
    });
    await run(after(2));
    expect(await openOf('pay_explained')).toEqual([]);
  });

  it('is closed by entries that a second person approves', async () => {
    const id = await planted('pay_posted');
    const before = await balance(outside.app, 'gateway:razorpay');
    const propose = (once = key()) =>
      maker.post(`${path}/breaks/${id}/entries`, { reason: 'Post it' }, once);
    const once = key();
    const { body } = await propose(once);
    await outside.app.settle();
    expect(await detail(id)).toMatchObject({ status: 'proposed', approvalId: body['approvalId'] });
    expect(await propose()).toMatchObject({ body: { code: 'reconciliation.entries_waiting' } });
    expect(await agreed(outside.app, checker, String(body['approvalId']))).toBe('executed');
    expect(await detail(id)).toMatchObject({ status: 'resolved', outcome: 'posted' });
    expect(await propose(once)).toMatchObject({ status: 200, body });
    expect(await propose()).toMatchObject({ body: { code: 'reconciliation.already_resolved' } });
    expect(await balance(outside.app, 'gateway:razorpay')).toBe(before - 4_200);
    expect(await balance(outside.app, 'suspense')).toBe(4_200);
  });

  it('is open again when the second person refuses the entries', async () => {
    const id = await planted('pay_denied');
    const reason = { reason: 'Post it' };
    const { body } = await maker.post(`${path}/breaks/${id}/entries`, reason, key());
    await outside.app.settle();
    await decideAs(checker, String(body['approvalId']), 'deny');
    await outside.app.settle();
    expect(await detail(id)).toMatchObject({ status: 'open', approvalId: null });
  });

  it('is worked on by makers of finance only, and seen by those who watch over money', async () => {
    const id = await planted('pay_seen');
    const auditor = await known(outside.app, 'Nadia Auditor', ['auditor']);
    const support = await known(outside.app, 'Sam Oduya', ['support']);
    expect(await auditor.get(`${path}/breaks/${id}`)).toMatchObject({ status: 200 });
    expect((await auditor.post(`${path}/breaks/${id}/notes`, { text: 'x' })).status).toBe(403);
    expect(await support.get(`${path}/breaks`)).toMatchObject({ status: 403 });
    const day = { gateway: 'razorpay', date: first };
    expect((await checker.post(`${path}/runs`, day)).status).toBe(403);
    expect(await maker.get(`${path}/breaks/${first}`)).toMatchObject({ status: 400 });
    expect(await maker.get(`${path}/breaks/${maker.id}`)).toMatchObject({
      body: { code: 'reconciliation.break_not_found' },
    });
  });
});

describe('control accounts', () => {
  const check = async () => {
    const { items } = await outside.app.app.get(CommandBus).execute(new CheckControls());
    await outside.app.settle();
    return items.filter(({ difference }) => difference.amountMinor !== '0');
  };

  it('hold what their parts sum to', async () => {
    expect(await check()).toEqual([]);
    expect(await breaks('&source=ledger')).toEqual([]);
  });

  it('that do not are a break of that day, told once, and gone when it is mended', async () => {
    const { database } = outside.app;
    await database.query('update recon_open_escrows set amount = amount + 1');
    expect(await check()).toMatchObject([{ kind: 'control_escrow' }]);
    await check();
    expect(await breaks('&source=ledger')).toMatchObject([
      { kind: 'control_escrow', status: 'open' },
    ]);
    await database.query('update recon_open_escrows set amount = amount - 1');
    expect(await check()).toEqual([]);
    expect(await breaks('&source=ledger')).toMatchObject([{ outcome: 'gone' }]);
  });
});

describe('the safeguarding report', () => {
  it('shows client money against statements, day by day, and as CSV', async () => {
    const range = `from=${first}&to=${after(2)}`;
    await run(after(2));
    await run(first, 'razorpayx');
    const { body } = await maker.get(`${path}/safeguarding?${range}`);
    const days = body['items'] as Record<string, { amountMinor: string } | string>[];
    expect(days.map(({ date }) => date)).toEqual([first, after(1), after(2)]);
    expect(days[1]).toMatchObject({ difference: { amountMinor: '0' } });
    const csv = (await maker.bytes(`${path}/safeguarding.csv?${range}`)).toString();
    expect(csv.split('\r\n')).toHaveLength(5);
    expect(csv).toMatch(/^date,currency,client_money_minor,client_money,/);
    expect(await maker.get(`${path}/safeguarding?from=${after(2)}&to=${first}`)).toMatchObject({
      body: { code: 'reconciliation.bad_period' },
    });
  });
});

describe('the daily run', () => {
  it('is due at six on the next morning, for both partners, and sets the one after it', async () => {
    const { app, database } = outside.app;
    const daily = app.get(DailyRuns);
    await daily.follow();
    daily.onApplicationShutdown();
    await outside.pass(2);
    const timers = await database.query<{ fired: boolean }>(
      `select fired_at is not null as fired from record.timers
        where kind = 'reconcile-day' order by key`,
    );
    // One morning or two, by the hour at which this runs.
    expect(timers.map(({ fired }) => fired).slice(-2)).toEqual([true, false]);
  });
});
