import { expect } from '@playwright/test';
import { begins, open } from '../pages';
import type { Person } from '../person';

const pool = 'Booking sites';

/** From a search into a pool that is opened for it; out of it, and in again. */
export async function keepsSomebody(owner: Person): Promise<void> {
  const { page } = owner;
  await open(owner, '/talent');
  const card = page.getByRole('main').getByRole('article').first();
  const name = await card.getByRole('heading').innerText();
  await card.getByRole('button', { name: begins(owner.say('ui.pools.keep')) }).click();
  const dialog = owner.dialog('ui.pools.heading', { name });
  await owner.field('ui.pools.name', {}, dialog).fill(pool);
  await owner.field('ui.pools.note', {}, dialog).fill('Knows clinics.');
  await dialog.getByRole('button', { name: owner.say('ui.pools.save'), exact: true }).click();
  await expect(dialog).toBeHidden();
  await open(owner, '/org/talent');
  await page.getByRole('link', { name: pool }).click();
  await owner.sees('Knows clinics.');
  await owner.button('ui.remove', { what: name }).click();
  await owner.sees(owner.say('pools.dropped', { name }));
  await owner.button('ui.undo').click();
  await owner.sees('Knows clinics.');
}

const title = 'Confidential booking site';
const secret = 'The rebuilding of the Nile wing is not public.';
const summary = 'A site for patients of three clinics.';

/** A job whose brief is for those who sign. @returns its id. */
export async function holdsABriefBack(client: Person): Promise<string> {
  const { request } = client.context;
  const made = await request.post('/api/jobs', { data: { title } });
  const { id, revision } = (await made.json()) as { id: string; revision: number };
  const draft = {
    ...{
      title,
      category: 'web',
      description: secret,
      summary,
      signFirst: true,
      skills: ['angular'],
    },
    budget: { amountMinor: '10000000', currency: 'INR' },
  };
  const saved = await request.put(`/api/jobs/${id}/draft`, { data: { revision, draft } });
  expect(saved.status()).toBe(200);
  const published = await request.post(`/api/jobs/${id}/publish`, { data: {} });
  expect(published.ok(), await published.text()).toBe(true);
  return id;
}

/** The public part is for everybody; the rest, and nothing of it in the page, after a signature. */
export async function signsToRead(provider: Person, jobId: string): Promise<void> {
  const { page } = provider;
  await open(provider, `/jobs/${jobId}`);
  await provider.sees(summary);
  expect(await page.content()).not.toContain('Nile wing');
  await provider.link('jobs.page.sign').first().click();
  await provider.reads('jobs.sign.heading');
  await provider.field('jobs.sign.name').fill(provider.name);
  await provider.button('jobs.sign.verb').click();
  await provider.sees(secret);
}

/** The client sees whose name stands under which text. */
export async function seesWhoSigned(client: Person, jobId: string, name: string): Promise<void> {
  await open(client, `/jobs/${jobId}/manage?tab=signatures`);
  await client.sees(name);
}
