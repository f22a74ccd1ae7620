import { holdReason } from '@wire/holds';
import { agreed, key } from '../support/approvals';
import { TestApp } from '../support/app';
import { known, type Known } from '../support/market';
import { balance, fundedContract, paymentEntity, webhook, type Funded } from '../support/money';

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

const standstill = /^(bank|money|wallet)_/;

interface Told {
  readonly kind: string;
  readonly link: string;
  readonly variables: Record<string, string>;
}
async function inboxOf(who: Known): Promise<Told[]> {
  const { body } = await who.get('/api/notifications');
  const items = body['items'] as Told[];
  return items.filter(({ kind }) => standstill.test(kind)).toReversed();
}
async function mailsTo(who: Known): Promise<string[]> {
  const rows = await app.database.query<{ kind: string }>(
    'select kind from mail_log where account_id = $1',
    [who.id],
  );
  return rows.map(({ kind }) => kind).filter((kind) => standstill.test(kind));
}
const kindsOf = async (who: Known) => (await inboxOf(who)).map(({ kind }) => kind);

async function say(funded: Funded, status: string, phase = 'chargeback'): Promise<void> {
  const payment = paymentEntity(funded);
  const dispute = {
    id: `disp_${funded.depositId.slice(-12)}`,
    payment_id: payment.id,
    amount: payment.amount,
    currency: 'INR',
    reason_code: 'goods_not_received',
    respond_by: Math.floor(Date.now() / 1000) + 4 * 86_400,
    ...{ status, phase },
  };
  const name = status === 'open' ? 'created' : status;
  await webhook(app, `payment.dispute.${name}`, { payment, dispute });
  await app.settle();
}

describe('both sides of a contract are told', () => {
  it('that a bank took a payment back, and that it gave it back', async () => {
    const funded = await fundedContract(app, client, provider);
    await say(funded, 'open');
    await say(funded, 'won');
    for (const side of [client, provider]) {
      expect(await kindsOf(side)).toEqual(['bank_took_back', 'bank_gave_back']);
      expect((await mailsTo(side)).toSorted()).toEqual(['bank_gave_back', 'bank_took_back']);
      expect((await inboxOf(side))[0]).toMatchObject({ link: `/contracts/${funded.contractId}` });
    }
  });

  it('that a bank keeps a payment, and nothing of a question', async () => {
    const asked = await fundedContract(app, client, provider);
    await say(asked, 'open', 'retrieval');
    await say(asked, 'lost', 'retrieval');
    expect(await kindsOf(client)).toEqual([]);
    const funded = await fundedContract(app, client, provider);
    await say(funded, 'open');
    await say(funded, 'lost');
    for (const side of [client, provider])
      expect(await kindsOf(side)).toEqual(['bank_took_back', 'bank_kept']);
  });

  it('that money is held in the same words whatever the reason, and that it is free', async () => {
    const words = new Set<string>();
    const holds: string[] = [];
    const funded = await fundedContract(app, client, provider);
    for (const reason of holdReason.options) {
      const wish = { contractId: funded.contractId, reason, note: 'Seen.' };
      const until = '2027-06-01T00:00:00.000Z';
      const { body } = await kavya.post('/api/admin/holds', { ...wish, until }, key());
      await app.settle();
      holds.push(String(body['id']));
    }
    for (const side of [client, provider])
      for (const { kind, link, variables } of await inboxOf(side))
        words.add(JSON.stringify({ kind, link, variables }));
    expect(words.size).toBe(1);
    const rows = await app.database.query<{ about: object }>(
      `select about from mail_log where kind = 'money_held'`,
    );
    expect(rows).toHaveLength(2 * holdReason.options.length);
    for (const { about } of rows) expect(about).toEqual({ contractId: funded.contractId });
    const path = `/api/admin/holds/${holds[0] ?? ''}/lift`;
    const { body } = await kavya.post(path, { reason: 'Papers came.' }, key());
    await app.settle();
    await agreed(app, miriam, String(body['approvalId']));
    expect((await kindsOf(client)).at(-1)).toBe('money_free');
  });
});

describe('the strip of a contract', () => {
  const strip = async ({ contractId }: Funded) => {
    const { body } = await client.get(`/api/contracts/${contractId}`);
    const { held } = body['money'] as { held: { amountMinor: string } };
    return [held, body['held'], String(await balance(app, `escrow:${contractId}`))].map((one) =>
      typeof one === 'string' ? one : (one as { amountMinor: string }).amountMinor,
    );
  };

  it('says what is in escrow while a bank has it, when it is back, and when it is lost', async () => {
    const [back, lost] = [
      await fundedContract(app, client, provider),
      await fundedContract(app, client, provider),
    ];
    expect(await strip(back)).toEqual(['1000000', '1000000', '1000000']);
    for (const one of [back, lost]) {
      await say(one, 'open');
      expect(await strip(one)).toEqual(['0', '0', '0']);
    }
    await say(back, 'won');
    expect(await strip(back)).toEqual(['1000000', '1000000', '1000000']);
    await say(lost, 'lost');
    expect(await strip(lost)).toEqual(['0', '0', '0']);
  });
});

describe('the owner of a wallet is told', () => {
  it('that nothing leaves it, not why, and that it is free again', async () => {
    const stop = { reason: 'money_laundering', note: 'Odd transfers.' };
    await kavya.post(`/api/admin/wallets/${provider.id}/restrict`, stop);
    await app.settle();
    expect(await inboxOf(provider)).toMatchObject([
      { kind: 'wallet_held', link: '/wallet', variables: {} },
    ]);
    const again = { reason: 'Looked into.' };
    const path = `/api/admin/wallets/${provider.id}/unrestrict`;
    const { body } = await kavya.post(path, again, key());
    await app.settle();
    await agreed(app, miriam, String(body['approvalId']));
    expect(await kindsOf(provider)).toEqual(['wallet_held', 'wallet_free']);
    expect((await mailsTo(provider)).toSorted()).toEqual(['wallet_free', 'wallet_held']);
  });
});
