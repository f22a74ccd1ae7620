import { expect } from '@playwright/test';
import type { Journey } from '../journey';
import { amount, open } from '../pages';
import { sandbox } from '../sandbox';
import type { World } from './world';

export interface Price {
  readonly milestone: string;
  readonly held: string;
  readonly fee: string;
  readonly tax: string;
  readonly total: string;
}

/**
 * Step 12 and 20: paid at the gateway with a card whose bank asks for a code. The provider sees the
 * money live; what the gateway says three times happens once.
 */
export async function fund(world: World, journey: Journey, price: Price): Promise<void> {
  const { client, provider, contractId } = world;
  await open(provider, `/contracts/${contractId}`);
  await provider.reads('contracts.next.await_funding.heading', { client: client.name });
  await sandbox.duplicateWebhooks(2);
  await open(client, `/contracts/${contractId}`);
  await client.link('contracts.next.fund.verb', { amount: price.held }).click();
  const receipt = client.page.getByRole('region', { name: client.say('escrow.fund.receipt') });
  for (const line of [price.fee, price.tax, price.total])
    await expect(amount(line, receipt)).toBeVisible();
  await client.button('escrow.fund.pay', { total: price.total }).click();
  await client.page.locator('button[value="card:challenge"]').click();
  await client.page.getByLabel('Code').fill('123456');
  await client.page.getByRole('button', { name: 'Confirm payment' }).click();
  await client.page.waitForURL(/deposit=/);
  await client.reads('escrow.fund.funded.heading', { amount: price.held });
  await provider.reads('contracts.next.deliver.heading');
  await happenedOnce(world, journey, price.milestone);
}

async function happenedOnce(
  { contractId }: World,
  { record }: Journey,
  milestone: string,
): Promise<void> {
  const times = async () => {
    const [row] = await record.rows<{ funded: number }>(
      `select count(*)::int as funded from record.events where stream = $1
        and type = 'EscrowFunded' and raw like '%' || $2 || '%'`,
      [`escrow-${contractId}`, milestone],
    );
    return row?.funded;
  };
  expect(await times()).toBe(1);
  const [captured] = await sandbox.webhooks('payment.captured');
  await sandbox.redeliver(captured?.id ?? '');
  await expect.poll(() => record.isQuiet()).toBe(true);
  expect(await times()).toBe(1);
}
