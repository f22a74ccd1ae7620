import { Streams } from '@kernel/streams';
import type { Money } from '@money';
import { QueryBus } from '@nestjs/cqrs';
import { createHmac, randomUUID } from 'node:crypto';
import { PriceOfFunding } from '../../apps/api/src/money/escrow';
import { deposit } from '../../apps/api/src/money/payments/domain/deposit';
import type { Answer, TestApp } from './app';
import { hubOf, offerOn } from './contracts';
import { inr, publishedJob, sentProposal, type Known } from './market';

/** Up to the amount that a client releases without a second factor. */
export const milestones = [
  { title: 'Booking flow', amount: inr(1_000_000), days: 10 },
  { title: 'Admin and launch', amount: inr(2_000_000), days: 20 },
];

export interface Paid {
  readonly depositId: string;
  readonly orderId: string;
  readonly paymentId: string;
  readonly total: Money;
}

export interface Funded extends Paid {
  readonly contractId: string;
  readonly milestoneId: string;
  readonly milestoneIds: readonly string[];
}

export async function signedContract(
  app: TestApp,
  client: Known,
  provider: Known,
  terms: readonly object[] = milestones,
) {
  const jobId = await publishedJob(client);
  const proposalId = await sentProposal(provider, jobId, { milestones: terms });
  const { body } = await offerOn(proposalId, client, client.name, { milestones: terms });
  const contractId = String(body['id']);
  await provider.post(`/api/contracts/${contractId}/accept`, { signature: provider.name });
  await app.settle();
  const { milestones: all } = await hubOf(contractId, client);
  return { contractId, milestoneIds: all.map(({ id }) => id) };
}

/** The client paid at the gateway, which says so in a signed webhook. */
export async function paid(
  app: TestApp,
  client: Known,
  contractId: string,
  milestoneId: string,
): Promise<Paid> {
  const { total } = await app.app
    .get(QueryBus)
    .execute(new PriceOfFunding(contractId, milestoneId, client.id));
  const depositId = randomUUID();
  const orderId = `order_${depositId.slice(-12)}`;
  const paymentId = `pay_${depositId.slice(-12)}`;
  const wish = { depositId, clientId: client.id, contractId, milestoneId, amount: total };
  const opened = {
    type: 'DepositInitiated' as const,
    data: { ...wish, gateway: 'razorpay' as const, gatewayOrderId: orderId },
  };
  await app.app.get(Streams).decide(deposit, depositId, () => ({ facts: [opened] }));
  await app.settle();
  const at = { depositId, orderId, paymentId, total };
  await webhook(app, 'payment.captured', { payment: paymentEntity(at) });
  await app.settle();
  return at;
}

export async function fundedContract(
  app: TestApp,
  client: Known,
  provider: Known,
  terms: readonly object[] = milestones,
): Promise<Funded> {
  const { contractId, milestoneIds } = await signedContract(app, client, provider, terms);
  const [milestoneId = ''] = milestoneIds;
  const payment = await paid(app, client, contractId, milestoneId);
  return { ...payment, contractId, milestoneId, milestoneIds };
}

export const paymentEntity = ({ orderId, paymentId, total }: Omit<Paid, 'depositId'>) => ({
  id: paymentId,
  order_id: orderId,
  amount: Number(total.amountMinor),
  currency: total.currency,
  status: 'captured',
  method: 'card',
});

/** What the gateway sends, signed with its secret. */
export function webhook(
  app: TestApp,
  event: string,
  entities: Record<string, object>,
  secret = 'webhook-secret',
): Promise<Answer> {
  const payload = Object.fromEntries(
    Object.entries(entities).map(([name, entity]) => [name, { entity }]),
  );
  const body = { entity: 'event', event, payload };
  const signature = createHmac('sha256', secret).update(JSON.stringify(body)).digest('hex');
  return app.guest().post('/api/payments/webhooks/razorpay', body, {
    'x-razorpay-signature': signature,
    'x-razorpay-event-id': `evt_${randomUUID()}`,
  });
}

/** What an account holds, in minor units; nothing is 0. */
export async function balance(app: TestApp, account: string): Promise<number> {
  const [row] = await app.database.query<{ balance: string }>(
    'select ledger.balance_of(a)::text as balance from ledger.accounts a where a.id = $1',
    [`${account}:INR`],
  );
  return Number(row?.balance ?? 0);
}

/** All that is owed is held: every currency sums to zero, and so does every journal. */
export async function expectZero(app: TestApp): Promise<void> {
  const off = await app.database.query(
    `select currency from ledger.entries group by currency having sum(amount) <> 0
      union all select 'journal ' || journal from ledger.entries group by journal, currency
        having sum(amount) <> 0`,
  );
  expect(off).toEqual([]);
}
