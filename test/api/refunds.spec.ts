import { agreed, decideAs, key, shownTo } from '../support/approvals';
import { TestApp, type Caller } from '../support/app';
import { inr, known, type Known } from '../support/market';
import { balance, expectZero, fundedContract } from '../support/money';

let app: TestApp;
let client: Known;
let provider: Known;
let maker: Known;
let checker: Known;
let support: Known;
beforeAll(async () => {
  app = await TestApp.start();
  maker = await known(app, 'Meera Joshi', ['finance_maker']);
  checker = await known(app, 'Chandan Pillai', ['finance_checker']);
  support = await known(app, 'Sam Oduya', ['support']);
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.database.query('delete from rate_limits');
  client = await known(app, 'Noor Clinic', ['client']);
  provider = await known(app, 'Amira Hassan', ['provider']);
});
afterEach(() => expectZero(app));

const give = (by: Caller, contractId: string, minor: number | string = 400_000) =>
  by.post(
    '/api/admin/refunds/goodwill',
    { contractId, amount: { amountMinor: String(minor), currency: 'INR' }, reason: 'Long wait' },
    key(),
  );
const refund = (by: Caller, depositId: string, minor: number | string, headers = key()) =>
  by.post(
    '/api/admin/refunds',
    { depositId, amount: { amountMinor: String(minor), currency: 'INR' }, reason: 'Paid twice' },
    headers,
  );
const available = () => balance(app, `wallet:${client.id}:available`);
const underWay = () => balance(app, `wallet:${client.id}:held`);
/** Money that finance found and put on the client's wallet. */
async function credit(minor: number): Promise<void> {
  const legs = [
    { account: 'suspense', amount: inr(-minor) },
    { account: `wallet:${client.id}:available`, amount: inr(minor) },
  ];
  const wish = { legs, effectiveAt: '2026-11-01T00:00:00.000Z', reason: 'Found at the gateway' };
  const { body } = await maker.post('/api/admin/journals', wish, key());
  await app.settle();
  await agreed(app, checker, String(body['approvalId']));
}

describe('goodwill', () => {
  it('is proposed by support, agreed to by finance, and borne by the house', async () => {
    const { contractId } = await fundedContract(app, client, provider);
    const loss = await balance(app, 'loss');
    const { body } = await give(support, contractId);
    await app.settle();
    const id = String(body['approvalId']);
    expect(await decideAs(support, id)).toMatchObject({ status: 403 });
    expect(await decideAs(maker, id)).toMatchObject({ status: 403 });
    expect(await agreed(app, checker, id)).toBe('executed');
    expect(await available()).toBe(400_000);
    expect(await balance(app, 'loss')).toBe(loss - 400_000);
  });

  it('stays within the limit of a contract, all together', async () => {
    const { contractId } = await fundedContract(app, client, provider);
    expect(await give(support, contractId, 500_001)).toMatchObject({
      status: 422,
      body: { code: 'refunds.too_large' },
    });
    const [first, second] = [await give(support, contractId), await give(support, contractId)];
    await app.settle();
    expect(await agreed(app, checker, String(first.body['approvalId']))).toBe('executed');
    const other = String(second.body['approvalId']);
    expect(await agreed(app, checker, other)).toBe('failed');
    expect(await shownTo(checker, other)).toMatchObject({ failure: 'refunds.too_large' });
    expect(await available()).toBe(400_000);
  });

  it.each(['-1', '0', `1${'0'.repeat(30)}`, '1.5'])('of %s is refused', async (minor) => {
    const { contractId } = await fundedContract(app, client, provider);
    expect(await give(support, contractId, minor)).toMatchObject({ status: 400 });
  });
});

describe('a refund by finance', () => {
  it('up to the limit sets out at once, and once for one key', async () => {
    const { depositId } = await fundedContract(app, client, provider);
    await credit(1_000_000);
    const headers = key();
    const first = await refund(maker, depositId, 900_000, headers);
    expect(first).toMatchObject({ status: 200, body: { approvalId: null } });
    expect((await refund(maker, depositId, 900_000, headers)).body).toEqual(first.body);
    expect(await underWay()).toBe(900_000);
    expect(await available()).toBe(100_000);
  });

  it('begins at what the client paid, which only finance sees', async () => {
    const { contractId, depositId } = await fundedContract(app, client, provider);
    const path = `/api/admin/refunds/deposits?contractId=${contractId}`;
    expect((await maker.get(path)).body['items']).toMatchObject([{ id: depositId, contractId }]);
    expect(await support.get(path)).toMatchObject({ status: 403 });
    expect(await client.get(path)).toMatchObject({ status: 403 });
  });

  it('is not for support, nor more than came in, nor from an empty wallet', async () => {
    const { depositId } = await fundedContract(app, client, provider);
    expect(await refund(support, depositId, 100)).toMatchObject({ status: 403 });
    expect(await refund(maker, depositId, 9_000_000)).toMatchObject({
      body: { code: 'payments.exceeds_captured' },
    });
    expect(await refund(maker, depositId, 100)).toMatchObject({
      status: 422,
      body: { code: 'money.overdrawn' },
    });
    expect(await refund(maker, depositId, '-100')).toMatchObject({ status: 400 });
  });

  it('above the limit takes two people, and the wallet is not touched before', async () => {
    const large = [{ title: 'All of it', amount: inr(6_000_000), days: 10 }];
    const { depositId } = await fundedContract(app, client, provider, large);
    await credit(5_000_000);
    const { body } = await refund(maker, depositId, 2_500_001);
    await app.settle();
    const id = String(body['approvalId']);
    expect(body['refundId']).toBeNull();
    expect(await underWay()).toBe(0);
    expect(await decideAs(maker, id)).toMatchObject({ status: 403 });
    expect(await agreed(app, checker, id)).toBe('executed');
    expect(await underWay()).toBe(2_500_001);
  });

  it('fails when the money left the wallet meanwhile, and says so', async () => {
    const large = [{ title: 'All of it', amount: inr(6_000_000), days: 10 }];
    const { depositId } = await fundedContract(app, client, provider, large);
    const { body } = await refund(maker, depositId, 3_000_000);
    await app.settle();
    const id = String(body['approvalId']);
    expect(await agreed(app, checker, id)).toBe('failed');
    expect(await shownTo(checker, id)).toMatchObject({ failure: 'money.overdrawn' });
  });
});
