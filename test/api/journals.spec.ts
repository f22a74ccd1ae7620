import { CommandBus } from '@nestjs/cqrs';
import { PostJournal } from '../../apps/api/src/money/journals/commands/post-journal';
import { agreed, decideAs, key, shownTo } from '../support/approvals';
import { TestApp, type Caller } from '../support/app';
import { inr, known, type Known } from '../support/market';
import { balance, expectZero } from '../support/money';

let app: TestApp;
let maker: Known;
let checker: Known;
let client: Known;
beforeAll(async () => {
  app = await TestApp.start();
  maker = await known(app, 'Meera Joshi', ['finance_maker']);
  checker = await known(app, 'Chandan Pillai', ['finance_checker']);
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.database.query('delete from rate_limits');
  client = await known(app, 'Noor Clinic', ['client']);
});
afterEach(() => expectZero(app));

const wallet = ({ id }: Known) => `wallet:${id}:available`;
const legsTo = (who: Known, minor = 5_000) => [
  { account: 'loss', amount: inr(-minor) },
  { account: wallet(who), amount: inr(minor) },
];
const propose = (by: Caller, changes: object = {}, headers = key()) =>
  by.post(
    '/api/admin/journals',
    {
      legs: legsTo(client),
      effectiveAt: '2026-01-15T00:00:00.000Z',
      reason: 'Fee by mistake',
      ...changes,
    },
    headers,
  );

async function proposed(changes: object = {}): Promise<string> {
  const { status, body } = await propose(maker, changes);
  expect(status).toBe(200);
  await app.settle();
  return String(body['approvalId']);
}

const journals = async () =>
  (await maker.get('/api/admin/journals?limit=100')).body['items'] as {
    id: string;
    approvalId: string;
    effectiveAt: string;
    lateFor: string | null;
    reversedAt: string | null;
  }[];
const journalOf = async (approvalId: string) =>
  (await journals()).find((one) => one.approvalId === approvalId)!;

describe('a journal by hand', () => {
  it('is posted when a second person agreed to exactly these legs', async () => {
    const id = await proposed();
    expect(await balance(app, wallet(client))).toBe(0);
    expect(await shownTo(checker, id)).toMatchObject({
      changes: [
        { field: 'loss', before: null, after: '-5000 INR' },
        { field: wallet(client), before: null, after: '5000 INR' },
      ],
    });
    expect(await agreed(app, checker, id)).toBe('executed');
    expect(await balance(app, wallet(client))).toBe(5_000);
    expect(await journalOf(id)).toMatchObject({
      effectiveAt: '2026-01-15T00:00:00.000Z',
      lateFor: null,
    });
  });

  it.each([
    ['that does not sum to zero', 422, [inr(-5_000), inr(4_999)]],
    ['with a leg of nothing', 422, [inr(0), inr(0)]],
    ['in two currencies', 422, [inr(-1), { amountMinor: '1', currency: 'USD' }]],
    ['of one leg', 400, [inr(-1)]],
    ['of 10^30', 400, [{ amountMinor: `-1${'0'.repeat(30)}`, currency: 'INR' }, inr(1)]],
    ['of a fraction', 400, [{ amountMinor: '-0.5', currency: 'INR' }, inr(1)]],
    ['of a number', 400, [{ amountMinor: -5, currency: 'INR' }, inr(5)]],
  ])('%s is refused', async (_, status, amounts) => {
    const accounts = ['loss', 'fees'];
    const legs = amounts.map((amount, at) => ({ account: accounts[at], amount }));
    expect(await propose(maker, { legs })).toMatchObject({ status });
  });

  it('never touches escrow or money under way, nor the future', async () => {
    const touching = (account: string) =>
      propose(maker, {
        legs: [
          { account, amount: inr(1) },
          { account: 'loss', amount: inr(-1) },
        ],
      });
    expect(await touching(`escrow:${client.id}`)).toMatchObject({ status: 400 });
    expect(await touching(`wallet:${client.id}:held`)).toMatchObject({ status: 400 });
    expect(await touching('loss:INR')).toMatchObject({ status: 400 });
    expect(await propose(maker, { effectiveAt: '2999-01-01T00:00:00.000Z' })).toMatchObject({
      body: { code: 'journals.in_the_future' },
    });
  });

  it('fails when the wallet has not that much, and nothing is half written', async () => {
    const id = await proposed({ legs: legsTo(client, -7_000) });
    expect(await agreed(app, checker, id)).toBe('failed');
    expect(await shownTo(checker, id)).toMatchObject({ failure: 'money.overdrawn' });
    expect(await balance(app, wallet(client))).toBe(0);
  });

  it('is not approved by its maker, by a second maker, or by whose wallet it fills', async () => {
    expect(await propose(checker)).toMatchObject({ status: 403 });
    const id = await proposed({ legs: legsTo(checker) });
    expect(await decideAs(checker, id)).toMatchObject({ body: { code: 'approval.own_benefit' } });
    expect(await decideAs(maker, id)).toMatchObject({ status: 403 });
    expect(await propose(maker, { legs: legsTo(maker) })).toMatchObject({
      body: { code: 'approval.own_benefit' },
    });
  });

  it('is taken back once, by two people', async () => {
    const posted = await proposed();
    await agreed(app, checker, posted);
    const { id } = await journalOf(posted);
    const back = () => maker.post(`/api/admin/journals/${id}/reverse`, { reason: 'Wrong' }, key());
    const [first, second] = [await back(), await back()];
    await app.settle();
    expect(await agreed(app, checker, String(first.body['approvalId']))).toBe('executed');
    expect(await balance(app, wallet(client))).toBe(0);
    expect(await agreed(app, checker, String(second.body['approvalId']))).toBe('failed');
    expect(await balance(app, wallet(client))).toBe(0);
    expect(await back()).toMatchObject({ body: { code: 'journals.already_reversed' } });
    expect((await journalOf(posted)).reversedAt).not.toBeNull();
  });

  it('is posted once when the grant is heard twice', async () => {
    const id = await proposed();
    await agreed(app, checker, id);
    const { payload } = await shownTo(checker, id);
    const posting = { ...(payload as unknown as PostJournal['posting']), approvalId: id };
    await app.app.get(CommandBus).execute(new PostJournal(posting));
    expect(await balance(app, wallet(client))).toBe(5_000);
  });
});

describe('the close of a month', () => {
  const close = (period: string, by: Caller = maker) =>
    by.post(`/api/admin/periods/${period}/close`, { reason: 'Month end' }, key());
  const closed = async (period: string): Promise<string> => {
    const { body } = await close(period);
    await app.settle();
    return String(body['approvalId']);
  };

  it('takes two people and binds the trial balance that they saw', async () => {
    const shown = await maker.get('/api/admin/periods/2026-02/trial-balance');
    const id = await closed('2026-02');
    const { body: bound } = await maker.get('/api/admin/periods/2026-02/trial-balance');
    expect(bound).toEqual(shown.body);
    for (const { difference } of bound['currencies'] as { difference: unknown }[])
      expect(difference).toEqual(inr(0));
    expect(await shownTo(checker, id)).toMatchObject({
      payload: { trialBalanceHash: bound['trialBalanceHash'] },
    });
    expect(await agreed(app, checker, id)).toBe('executed');
    const { body } = await maker.get('/api/admin/periods');
    expect(body['items']).toMatchObject([{ period: '2026-02', approvalId: id }]);
    expect(await close('2026-02')).toMatchObject({ body: { code: 'periods.already_closed' } });
    expect(await close('2026-01')).toMatchObject({ body: { code: 'periods.already_closed' } });
    expect(await close('2999-01')).toMatchObject({ body: { code: 'periods.not_over' } });
    expect(await close('2026-13')).toMatchObject({ status: 400 });
    expect(await close('2026-03', checker)).toMatchObject({ status: 403 });
  });

  it('fails when something was posted into it after they looked', async () => {
    const late = await proposed({ effectiveAt: '2026-03-10T00:00:00.000Z' });
    const id = await closed('2026-03');
    await agreed(app, checker, late);
    expect(await agreed(app, checker, id)).toBe('failed');
    expect(await shownTo(checker, id)).toMatchObject({ failure: 'periods.changed' });
  });

  it('sends what comes late into the open month, with a link', async () => {
    await agreed(app, checker, await closed('2026-04'));
    const id = await proposed({ effectiveAt: '2026-04-20T00:00:00.000Z' });
    expect(await agreed(app, checker, id)).toBe('executed');
    const row = await journalOf(id);
    expect(row.lateFor).toBe('2026-04');
    const entries = await app.database.query(
      `select 1 from ledger.entries e join record.events v on v.id = e.journal
        where v.stream = $1 and e.effective_at < '2026-05-01'`,
      [`journal-${row.id}`],
    );
    expect(entries).toEqual([]);
  });
});
