import { agreed, key } from '../support/approvals';
import { TestApp, type Caller } from '../support/app';
import { inr, known, type Known } from '../support/market';
import {
  balance,
  expectZero,
  fundedContract,
  paymentEntity,
  webhook,
  type Funded,
} from '../support/money';

let app: TestApp;
let client: Known;
let provider: Known;
let maker: Known;
let checker: Known;
beforeAll(async () => {
  app = await TestApp.start();
  maker = await known(app, 'Meera Joshi', ['finance_maker']);
  checker = await known(app, 'Chandan Pillai', ['finance_checker']);
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.database.query('delete from rate_limits');
  client = await known(app, 'Noor Clinic', ['client']);
  provider = await known(app, 'Amira Hassan', ['provider']);
});
afterEach(() => expectZero(app));

type Status = 'open' | 'under_review' | 'won' | 'lost' | 'closed';
type Phase = 'retrieval' | 'chargeback' | 'pre_arbitration' | 'arbitration';

const word = (funded: Funded, status: Status, phase: Phase = 'chargeback', amount?: number) => {
  const payment = paymentEntity(funded);
  const dispute = {
    id: `disp_${funded.depositId.slice(-12)}`,
    payment_id: payment.id,
    amount: amount ?? payment.amount,
    currency: 'INR',
    reason_code: 'goods_not_received',
    respond_by: Math.floor(Date.now() / 1000) + 4 * 86_400,
    status,
    phase,
  };
  const name = status === 'open' ? 'created' : status;
  return () => webhook(app, `payment.dispute.${name}`, { payment, dispute });
};

async function say(funded: Funded, status: Status, phase?: Phase, amount?: number) {
  const answer = await word(funded, status, phase, amount)();
  await app.settle();
  return answer;
}
interface Row {
  readonly id: string;
  readonly state: string;
  readonly outcome: string | null;
  readonly answered: boolean;
  readonly alarms: number[];
}
const rowsOf = async (contractId: string, by: Caller = maker) =>
  (await by.get(`/api/admin/chargebacks?contractId=${contractId}`)).body['items'] as Row[];
const only = async ({ contractId }: Funded): Promise<Row> => {
  const [row] = await rowsOf(contractId);
  return row!;
};
const detail = async (id: string) => (await maker.get(`/api/admin/chargebacks/${id}`)).body;
const release = ({ contractId, milestoneId }: Funded, minor = 1_000_000) =>
  client.post(
    `/api/escrow/${contractId}/milestones/${milestoneId}/release`,
    { amount: inr(minor) },
    key(),
  );
const available = ({ id }: Known) => balance(app, `wallet:${id}:available`);
const held = ({ contractId }: Funded) => balance(app, `escrow:${contractId}`);

/** Money that finance put on the client's wallet. */
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

describe('a chargeback while the money is in escrow', () => {
  it('takes the rest of escrow first, then ourselves, and the milestone stands still', async () => {
    const funded = await fundedContract(app, client, provider);
    const total = Number(funded.total.amountMinor);
    const loss = await balance(app, 'loss');
    expect(await say(funded, 'open')).toMatchObject({ status: 204 });
    expect(await held(funded)).toBe(0);
    expect((await balance(app, 'loss')) - loss).toBe(1_000_000 - total);
    const { id } = await only(funded);
    expect(await detail(id)).toMatchObject({
      state: 'opened',
      taken: {
        escrow: { amountMinor: '1000000' },
        wallet: { amountMinor: '0' },
        receivable: { amountMinor: '0' },
        loss: { amountMinor: String(total - 1_000_000) },
      },
    });
    expect(await release(funded)).toMatchObject({ body: { code: 'escrow.frozen_by_chargeback' } });
    const { body: hub } = await client.get(`/api/contracts/${funded.contractId}`);
    expect(hub['milestones']).toMatchObject([{ stopped: 'chargeback' }, { stopped: null }]);
  });

  it('is won: the same legs come back and the milestone is released as if nothing was', async () => {
    const funded = await fundedContract(app, client, provider);
    const before = await balance(app, 'loss');
    await say(funded, 'open');
    await say(funded, 'won');
    expect(await held(funded)).toBe(1_000_000);
    expect(await balance(app, 'loss')).toBe(before);
    expect(await release(funded)).toMatchObject({ status: 200 });
    expect(await available(provider)).toBe(882_000);
  });

  it('takes what stands on the client’s wallet next, and a statement names it', async () => {
    const funded = await fundedContract(app, client, provider);
    await credit(10_000);
    await say(funded, 'open');
    expect(await available(client)).toBe(0);
    expect(await detail((await only(funded)).id)).toMatchObject({
      taken: { wallet: { amountMinor: '10000' }, receivable: { amountMinor: '0' } },
    });
    await say(funded, 'won');
    expect(await available(client)).toBe(10_000);
    const { status, body } = await client.get('/api/wallet/statement');
    expect(status).toBe(200);
    expect((body['items'] as { kind: string }[]).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['chargeback', 'chargeback_returned', 'adjustment']),
    );
  });

  it('is lost: the milestone is settled and nothing of it can be released', async () => {
    const funded = await fundedContract(app, client, provider);
    await say(funded, 'open');
    await say(funded, 'lost');
    expect(await only(funded)).toMatchObject({ state: 'lost', outcome: 'lost' });
    expect(await release(funded)).toMatchObject({ body: { code: 'escrow.already_released' } });
  });

  it('took a part and is lost: what the bank left is released', async () => {
    const funded = await fundedContract(app, client, provider);
    await say(funded, 'open', 'chargeback', 400_000);
    expect(await held(funded)).toBe(600_000);
    const { body: list } = await client.get('/api/contracts');
    expect(list).toMatchObject({ items: [{ held: inr(600_000) }] });
    await say(funded, 'lost', 'chargeback', 400_000);
    expect(await release(funded, 600_000)).toMatchObject({ status: 200 });
    expect(await held(funded)).toBe(0);
  });

  it('comes back after it was won, and takes again', async () => {
    const funded = await fundedContract(app, client, provider);
    await say(funded, 'open');
    await say(funded, 'won');
    await say(funded, 'open', 'pre_arbitration');
    expect(await held(funded)).toBe(0);
    expect(await only(funded)).toMatchObject({ state: 'pre_arbitration', outcome: null });
  });

  it('takes nothing while the bank only asks', async () => {
    const funded = await fundedContract(app, client, provider);
    await say(funded, 'open', 'retrieval');
    expect(await held(funded)).toBe(1_000_000);
    expect(await release(funded)).toMatchObject({ status: 200 });
  });
});

describe('a chargeback after the release', () => {
  it('takes what the provider was paid as a receivable, and settles it from the next money', async () => {
    const funded = await fundedContract(app, client, provider);
    await release(funded);
    await app.settle();
    expect(await available(provider)).toBe(882_000);
    await say(funded, 'open');
    // What stands on the wallet settles it at once.
    expect(await balance(app, `receivable:${provider.id}`)).toBe(0);
    expect(await available(provider)).toBe(0);
    await say(funded, 'won');
    expect(await balance(app, `receivable:${provider.id}`)).toBe(0);
    expect(await available(provider)).toBe(882_000);
  });

  it('says who bears it', async () => {
    const funded = await fundedContract(app, client, provider);
    await release(funded);
    await app.settle();
    await say(funded, 'open');
    const total = Number(funded.total.amountMinor);
    expect(await detail((await only(funded)).id)).toMatchObject({
      provider: { name: 'Amira Hassan' },
      taken: {
        escrow: { amountMinor: '0' },
        receivable: { amountMinor: '882000' },
        loss: { amountMinor: String(total - 882_000) },
      },
    });
  });
});

describe('what the gateway says', () => {
  it('ends the same in any order and however often it is said', async () => {
    const [first, second] = [
      await fundedContract(app, client, provider),
      await fundedContract(app, client, provider),
    ];
    const story: [Status, Phase][] = [
      ['open', 'retrieval'],
      ['open', 'chargeback'],
      ['under_review', 'chargeback'],
      ['won', 'chargeback'],
      ['open', 'pre_arbitration'],
      ['lost', 'pre_arbitration'],
    ];
    for (const [status, phase] of story) await say(first, status, phase);
    const mixed = [...story].reverse().concat(story);
    for (const [status, phase] of mixed)
      expect(await say(second, status, phase)).toMatchObject({ status: 204 });
    const [a, b] = [await only(first), await only(second)];
    expect({ ...b, id: a.id }).toMatchObject({ state: a.state, outcome: a.outcome });
    expect(await held(second)).toBe(await held(first));
  });

  it('is taken in once when it comes several times at the same moment', async () => {
    const funded = await fundedContract(app, client, provider);
    const opened = word(funded, 'open');
    await Promise.all([opened(), opened(), opened(), opened()]);
    await app.settle();
    expect(await rowsOf(funded.contractId)).toHaveLength(1);
    const taken = await app.database.query(
      `select 1 from record.events where type = 'ChargebackFundsTaken' and stream = $1`,
      [`chargeback-${(await only(funded)).id}`],
    );
    expect(taken).toHaveLength(1);
  });

  it('is refused when it is not signed by the gateway', async () => {
    const funded = await fundedContract(app, client, provider);
    const payment = paymentEntity(funded);
    const answer = await webhook(app, 'payment.dispute.created', { payment }, 'another secret');
    expect(answer).toMatchObject({ status: 401 });
  });
});

describe('an answer', () => {
  const send = (by: Caller, id: string, changes: object = {}) =>
    by.post(`/api/admin/chargebacks/${id}/evidence`, {
      summary: 'It was delivered and used.',
      ...changes,
    });

  it('goes out once in each phase, by the people who prepare', async () => {
    const funded = await fundedContract(app, client, provider);
    await say(funded, 'open');
    const { id } = await only(funded);
    expect(await send(checker, id)).toMatchObject({ status: 403 });
    expect(await send(maker, id, { files: [crypto.randomUUID()] })).toMatchObject({ status: 404 });
    expect(await send(maker, id)).toMatchObject({ status: 204 });
    await app.settle();
    expect(await detail(id)).toMatchObject({
      answered: true,
      evidence: [{ summary: 'It was delivered and used.', by: { name: 'Meera Joshi' } }],
    });
    expect(await send(maker, id)).toMatchObject({ body: { code: 'chargebacks.already_answered' } });
  });

  it('is called for at half and at four fifths of the time, and not when it went out', async () => {
    const silent = await fundedContract(app, client, provider);
    const answered = await fundedContract(app, client, provider);
    await say(silent, 'open');
    await say(answered, 'open');
    await send(maker, (await only(answered)).id);
    await app.passDays(2.1);
    expect((await only(silent)).alarms).toEqual([50]);
    await app.passDays(1.3);
    expect((await only(silent)).alarms).toEqual([50, 80]);
    expect((await only(answered)).alarms).toEqual([]);
    expect(await send(maker, (await only(silent)).id)).toMatchObject({ status: 204 });
  });

  it('is none that a stranger may see', async () => {
    expect(await client.get('/api/admin/chargebacks')).toMatchObject({ status: 403 });
    expect(await maker.get(`/api/admin/chargebacks/${crypto.randomUUID()}`)).toMatchObject({
      status: 404,
    });
  });
});
