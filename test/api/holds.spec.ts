import { StepUp } from '../../apps/api/src/people/accounts';
import { agreed, decideAs, key } from '../support/approvals';
import { TestApp, type Caller } from '../support/app';
import { known, type Known } from '../support/market';
import { balance, expectZero, fundedContract, type Funded } from '../support/money';

let app: TestApp;
let client: Known;
let provider: Known;
let kavya: Known;
let miriam: Known;
beforeAll(async () => {
  app = await TestApp.start();
  kavya = await known(app, 'Kavya Menon', ['compliance']);
  miriam = await known(app, 'Miriam Osei', ['compliance']);
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.database.query('delete from rate_limits');
  client = await known(app, 'Noor Clinic', ['client']);
  provider = await known(app, 'Amira Hassan', ['provider']);
});
afterEach(() => expectZero(app));

const until = '2027-06-01T00:00:00.000Z';
const hold = (by: Caller, { contractId }: Funded, changes: object = {}, headers = key()) =>
  by.post(
    '/api/admin/holds',
    {
      contractId,
      reason: 'suspected_fraud',
      until,
      note: 'Card from another country.',
      ...changes,
    },
    headers,
  );
const lift = (by: Caller, holdId: string) =>
  by.post(`/api/admin/holds/${holdId}/lift`, { reason: 'Papers came.' }, key());
const release = ({ contractId, milestoneId }: Funded) =>
  client.post(
    `/api/escrow/${contractId}/milestones/${milestoneId}/release`,
    { amount: { amountMinor: '1000000', currency: 'INR' } },
    key(),
  );

async function held(): Promise<{ funded: Funded; holdId: string }> {
  const funded = await fundedContract(app, client, provider);
  const { status, body } = await hold(kavya, funded);
  expect(status).toBe(200);
  await app.settle();
  return { funded, holdId: String(body['id']) };
}

/** What a side of the contract is told: that it is held, never why. */
async function stoppedFor(side: Known, { contractId }: Funded): Promise<unknown> {
  const { body } = await side.get(`/api/contracts/${contractId}`);
  expect(JSON.stringify(body)).not.toContain('fraud');
  return (body['milestones'] as { stopped: unknown }[])[0]?.stopped;
}

describe('a hold on an escrow', () => {
  it('is put by one person of compliance, and nothing leaves', async () => {
    const { funded, holdId } = await held();
    expect(await release(funded)).toMatchObject({ status: 409, body: { code: 'escrow.held' } });
    expect(await balance(app, `escrow:${funded.contractId}`)).toBe(1_000_000);
    const { body } = await kavya.get(`/api/admin/holds?open=true&contractId=${funded.contractId}`);
    expect(body['items']).toMatchObject([
      { id: holdId, note: 'Card from another country.', heldBy: { name: 'Kavya Menon' } },
    ]);
  });

  it('lets work go on, and pays nothing when the review period ends', async () => {
    const { funded, holdId } = await held();
    const { contractId, milestoneId } = funded;
    const path = `/api/escrow/${contractId}/milestones/${milestoneId}/deliver`;
    expect(await provider.post(path, { note: 'Here it is.', files: [] })).toMatchObject({
      status: 204,
    });
    await app.settle();
    await app.passDays(15);
    expect(await balance(app, `wallet:${provider.id}:available`)).toBe(0);
    const { body } = await lift(kavya, holdId);
    await app.settle();
    expect(await agreed(app, miriam, String(body['approvalId']))).toBe('executed');
    await app.settle();
    expect(await balance(app, `wallet:${provider.id}:available`)).toBe(882_000);
  });

  it('is lifted by two people of compliance, never by one', async () => {
    const { funded, holdId } = await held();
    const { body } = await lift(kavya, holdId);
    await app.settle();
    const approvalId = String(body['approvalId']);
    expect(await stoppedFor(client, funded)).toBe('held');
    expect(await stoppedFor(provider, funded)).toBe('held');
    expect(await decideAs(kavya, approvalId)).toMatchObject({
      body: { code: 'approval.same_person' },
    });
    expect(await release(funded)).toMatchObject({ body: { code: 'escrow.held' } });
    expect(await agreed(app, miriam, approvalId)).toBe('executed');
    expect(await stoppedFor(client, funded)).toBeNull();
    expect(await release(funded)).toMatchObject({ status: 200 });
  });

  it('is lifted once, also when two proposals were agreed to', async () => {
    const { holdId } = await held();
    const [first, second] = [await lift(kavya, holdId), await lift(miriam, holdId)];
    await app.settle();
    expect(await agreed(app, miriam, String(first.body['approvalId']))).toBe('executed');
    expect(await agreed(app, kavya, String(second.body['approvalId']))).toBe('failed');
  });

  it('goes on while another one is lifted', async () => {
    const { funded, holdId } = await held();
    await hold(miriam, funded, { reason: 'legal_order', milestoneIds: [funded.milestoneId] });
    const { body } = await lift(kavya, holdId);
    await app.settle();
    await agreed(app, miriam, String(body['approvalId']));
    expect(await release(funded)).toMatchObject({ body: { code: 'escrow.held' } });
  });

  it('is refused to everybody else, and where nothing is left to hold', async () => {
    const funded = await fundedContract(app, client, provider);
    const finance = await known(app, 'Meera Joshi', ['finance_maker']);
    expect(await hold(finance, funded)).toMatchObject({ status: 403 });
    expect(await hold(client, funded)).toMatchObject({ status: 403 });
    expect(await hold(kavya, funded, { reason: 'a feeling' })).toMatchObject({ status: 400 });
    expect(await hold(kavya, funded, { milestoneIds: [crypto.randomUUID()] })).toMatchObject({
      status: 404,
    });
    await release(funded);
    const named = { milestoneIds: [funded.milestoneId] };
    expect(await hold(kavya, funded, named)).toMatchObject({
      body: { code: 'escrow.already_released' },
    });
  });

  it('is put once for one key', async () => {
    const funded = await fundedContract(app, client, provider);
    const headers = key();
    const first = await hold(kavya, funded, {}, headers);
    expect((await hold(kavya, funded, {}, headers)).body).toEqual(first.body);
    await app.settle();
    const { body } = await kavya.get(`/api/admin/holds?contractId=${funded.contractId}`);
    expect(body['items']).toHaveLength(1);
  });
});

describe('the radar', () => {
  const radar = async (within: number) =>
    (await kavya.get(`/api/admin/holds/radar?within=${String(within)}&limit=100`)).body[
      'items'
    ] as { contractId: string; contractTitle: string; daysLeft: number; held: boolean }[];

  it('shows the days that the gateway holds the money, and whether it is held', async () => {
    const { funded } = await held();
    const mine = ({ contractId }: { contractId: string }) => contractId === funded.contractId;
    const [row] = (await radar(400)).filter(mine);
    expect(row).toMatchObject({ held: true });
    expect(row?.contractTitle).toMatch(/./);
    expect([89, 90]).toContain(row?.daysLeft);
    expect((await radar(30)).filter(mine)).toEqual([]);
  });

  it('warns seven days before, once, and not of money that is gone', async () => {
    const [waits, gone] = [
      await fundedContract(app, client, provider),
      await fundedContract(app, client, provider),
    ];
    await release(gone);
    await app.settle();
    await app.passDays(84);
    const warned = await app.database.query<{ stream: string }>(
      `select stream from record.events where type = 'EscrowLimitNear' and stream = any($1)`,
      [[`escrow-${waits.contractId}`, `escrow-${gone.contractId}`]],
    );
    expect(warned).toEqual([{ stream: `escrow-${waits.contractId}` }]);
  });
});

describe('a restriction of a wallet', () => {
  const restrict = (by: Caller, { id }: Known) =>
    by.post(`/api/admin/wallets/${id}/restrict`, { reason: 'sanctions_hit', note: 'List hit.' });
  const refund = ({ depositId }: Funded) =>
    client.post(
      `/api/payments/deposits/${depositId}/refunds`,
      { amount: { amountMinor: '100', currency: 'INR' }, reason: 'changed my mind' },
      key(),
    );

  it('lets nothing leave, neither to the bank nor to the card', async () => {
    const funded = await fundedContract(app, client, provider);
    expect(await restrict(kavya, provider)).toMatchObject({ status: 204 });
    const wish = { amount: { amountMinor: '100', currency: 'INR' }, bankAccountId: client.id };
    const look = { 'x-step-up': app.app.get(StepUp).issue(provider.id, 'payout').token };
    expect(await provider.post('/api/payouts', wish, { ...key(), ...look })).toMatchObject({
      status: 403,
      body: { code: 'wallet.restricted' },
    });
    await restrict(kavya, client);
    expect(await refund(funded)).toMatchObject({ body: { code: 'wallet.restricted' } });
    expect(await restrict(kavya, client)).toMatchObject({
      status: 409,
      body: { code: 'wallet.already_restricted' },
    });
  });

  it('is lifted by two people', async () => {
    await restrict(kavya, provider);
    const path = `/api/admin/wallets/${provider.id}/unrestrict`;
    const { body } = await miriam.post(path, { reason: 'Another person.' }, key());
    await app.settle();
    expect(await decideAs(miriam, String(body['approvalId']))).toMatchObject({ status: 403 });
    expect(await agreed(app, kavya, String(body['approvalId']))).toBe('executed');
    const only = `/api/admin/wallets/restrictions?accountId=${client.id}`;
    expect((await kavya.get(only)).body['items']).toEqual([]);
    const { body: list } = await kavya.get('/api/admin/wallets/restrictions?limit=100');
    const accounts = (list['items'] as { account: { id: string } }[]).map((one) => one.account.id);
    expect(accounts).not.toContain(provider.id);
    expect(await miriam.post(path, { reason: 'Again.' }, key())).toMatchObject({
      body: { code: 'wallet.not_restricted' },
    });
  });
});
