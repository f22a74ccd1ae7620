import { expect } from '@playwright/test';
import type { Person } from '../person';
import { open } from '../pages';
import { pdf, png, type World } from './world';

/** Step 13: a work update with three files; the network goes away under the first of them. */
export async function postsUpdate({ provider, contractId }: World): Promise<void> {
  const { page } = provider;
  await open(provider, `/contracts/${contractId}`);
  await provider.button('contracts.update.open').click();
  await provider.field('contracts.update.note').fill('Calendar works, the reception can try it.');
  let isCut = true;
  await page.route('**/*', (route) => {
    if (!isCut || route.request().method() !== 'PUT') return route.fallback();
    isCut = false;
    return route.abort('connectionreset');
  });
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([png('calendar.png'), png('reception.png'), pdf('notes.pdf')]);
  await page.getByRole('button', { name: provider.say('ui.carryOn') }).click();
  for (const name of ['calendar.png', 'reception.png', 'notes.pdf'])
    await expect(page.locator('li.done').filter({ hasText: name })).toBeVisible();
  await page.unroute('**/*');
  provider.forgiveTheCut();
  await provider.button('contracts.update.verb').click();
  await provider.sees('Calendar works, the reception can try it.');
  await expect(page.getByText('calendar.png').last()).toBeVisible();
}

/** Step 14, 15 and 20: a version is handed over, with two files. */
export async function delivers(world: World, note: string): Promise<void> {
  const { client, provider, contractId } = world;
  await open(provider, `/contracts/${contractId}`);
  await provider.link('contracts.next.deliver.verb').click();
  await provider.field('escrow.deliver.note').fill(note);
  await provider.attach([pdf('handover.pdf'), png('screen.png')]);
  await provider.button('escrow.deliver.verb').click();
  await provider.reads('contracts.next.await_review.heading', { client: client.name });
}

/** Step 14: the client is told what to do and until when. */
export async function seesDelivery({ client, contractId }: World): Promise<void> {
  await open(client, `/contracts/${contractId}`);
  await client.reads('contracts.next.review.heading');
  await client.sees(/₹40,000 is released by itself/);
}

/** Step 15: one thing is to be changed. */
export async function asksForChange({ client, provider }: World, point: string): Promise<void> {
  await client.link('contracts.next.review.verb').click();
  await client.button('escrow.review.ask').click();
  await client.field('escrow.changes.point', { place: 1 }).fill(point);
  await client.button('escrow.changes.verb', { count: 1 }).click();
  await client.reads('escrow.review.changing.heading', { provider: provider.name });
}

/** Step 15: both versions are there, with what was asked for on the first. */
export async function seesBothVersions(world: World, point: string): Promise<void> {
  const { client, contractId, milestones } = world;
  await open(client, `/contracts/${contractId}/review/${milestones.m1}`);
  await version(client, 1).click();
  await client.sees(point);
  await version(client, 2).click();
  await client.sees('Version two: bigger buttons.');
}

const version = (client: Person, at: number) =>
  client.page.getByRole('tab', { name: client.say('escrow.review.version', { version: at }) });
