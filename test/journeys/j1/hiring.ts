import { expect } from '@playwright/test';
import { open } from '../pages';
import { ask, m1, type World } from './world';

interface Contract {
  readonly state: string;
  readonly milestones: readonly { id: string }[];
}

/** Step 11: the client signs by offering, the provider by click; then the contract is in force. */
export async function sign(world: World): Promise<void> {
  const { client, provider, jobId } = world;
  await open(client, `/jobs/${jobId}/manage`);
  await client.page
    .getByRole('link', { name: `${client.say('jobs.manage.hire')} ${provider.name}` })
    .first()
    .click();
  await client.reads('contracts.offer.heading', { name: provider.name });
  await expect(client.field('contracts.offer.title').first()).toHaveValue(m1.title);
  await client.field('contracts.sign.name').fill(client.name);
  await client.button('contracts.offer.verb').click();
  await client.page.waitForURL(/\/contracts\/[0-9a-f-]{36}$/);
  world.contractId = client.page.url().split('/').at(-1) ?? '';
  await client.reads('contracts.next.await_signature.heading', { provider: provider.name });

  await open(provider, `/contracts/${world.contractId}`);
  await provider.button('contracts.next.sign.verb').click();
  const dialog = provider.dialog('contracts.sign.heading');
  await provider.field('contracts.sign.name', {}, dialog).fill(provider.name);
  await dialog
    .getByRole('button', { name: provider.say('contracts.sign.verb'), exact: true })
    .click();
  await provider.reads('contracts.next.await_funding.heading', { client: client.name });
  await client.reads('contracts.next.fund.heading');

  const { state, milestones } = await ask<Contract>(client, `/contracts/${world.contractId}`);
  expect(state).toBe('active');
  world.milestones.m1 = milestones[0]?.id ?? '';
  world.milestones.m2 = milestones[1]?.id ?? '';
}
