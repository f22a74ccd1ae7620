import { expect } from '@playwright/test';
import { sandbox } from '../sandbox';
import type { Person } from '../person';
import { amount, begins, open } from '../pages';
import { ask, job, m1, m2, tell, type World } from './world';

export interface Offer {
  readonly letter: string;
  readonly milestones: readonly { title: string; rupees: string; days: string; net?: string }[];
  readonly total: string;
}

export const twoMilestones: Offer = {
  letter: 'I built the booking of two hospitals and begin with the screen of the reception.',
  milestones: [
    { ...m1, net: '35,280.00' },
    { ...m2, net: '52,920.00' },
  ],
  total: '100,000',
};

export const inOnePart = (rupees: string, total: string): Offer => ({
  letter: 'One part, one price, one hand-over.',
  milestones: [{ title: 'Everything', rupees, days: '30' }],
  total,
});

/** Step 6 and 7: what arrives is shown before anything is sent. */
export async function proposes(person: Person, jobId: string, offer: Offer): Promise<void> {
  const { page } = person;
  await open(person, `/jobs/${jobId}`);
  await page
    .getByRole('link', { name: person.say('jobs.page.propose'), exact: true })
    .first()
    .click();
  await person.field('proposals.fields.coverLetter').fill(offer.letter);
  for (const [at, milestone] of offer.milestones.entries()) {
    if (at > 0) await person.button('proposals.milestone.add').click();
    const part = page.getByRole('group', {
      name: person.say('proposals.milestone.name', { number: at + 1 }),
    });
    await person.field('proposals.milestone.title', {}, part).fill(milestone.title);
    await person.field('proposals.milestone.amount', {}, part).fill(milestone.rupees);
    await person.field('proposals.milestone.days', {}, part).fill(milestone.days);
    if (milestone.net) await expect(amount(milestone.net, part)).toBeVisible();
  }
  for (const question of job.questions)
    await page
      .getByRole('textbox', { name: begins(question) })
      .fill('The one of the eye clinic; on Monday.');
  await page.getByRole('button', { name: new RegExp(offer.total) }).click();
  await page.waitForURL(/\/proposals\/[0-9a-f-]{36}/);
  await person.sees(person.say('proposals.states.sent'));
}

/** Step 6: the mail of the invitation leads to the job. */
export async function followsInvitation({ provider, jobId }: World): Promise<void> {
  const mails = await sandbox.mailsTo(provider.email);
  const link = mails.flatMap(({ links }) => links).find((each) => each.includes(jobId));
  expect(link, 'the link of the invitation').toBeTruthy();
  await provider.page.goto(link ?? '');
  await expect(provider.page.getByRole('heading', { name: job.title })).toBeVisible();
  await expect(provider.page.locator('html')).toHaveAttribute('dir', 'rtl');
}

/** Step 7: thirty proposals within a minute; ten are taken, the others are told when to come again. */
export async function spams(spammer: Person, notHere: string): Promise<void> {
  const { items } = await ask<{ items: { id: string }[] }>(spammer, '/search/jobs?limit=31');
  const targets = items.filter(({ id }) => id !== notHere).slice(0, 30);
  const statuses: number[] = [];
  for (const { id } of targets) {
    const answer = await tell(spammer, `/jobs/${id}/proposals`, {
      coverLetter: 'Best price, fastest work.',
      milestones: [{ title: 'All', amount: { amountMinor: '100000', currency: 'INR' }, days: 1 }],
      answers: ['Yes', 'Yes', 'Yes', 'Yes', 'Yes'],
      attachments: [],
      aiAssisted: false,
    });
    statuses.push(answer.status());
    if (answer.status() !== 429) continue;
    expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0);
    expect(await answer.json()).toMatchObject({ code: 'request.too_many' });
  }
  expect(statuses.map((status) => status === 429)).toEqual(targets.map((_, at) => at >= 10));
}

/** Step 8: three side by side, two on the shortlist, one told no and why. */
export async function compares({
  client,
  provider,
  providerB,
  providerC,
  jobId,
}: World): Promise<void> {
  const { page } = client;
  const named = (key: string, person: Person) =>
    page.getByRole('button', { name: `${client.say(key)} ${person.name}` }).first();
  await open(client, `/jobs/${jobId}/manage`);
  for (const person of [provider, providerB, providerC])
    await page.getByLabel(client.say('jobs.manage.pick', { name: person.name })).check();
  await client.button('jobs.manage.compareChosen', { count: 3 }).click();
  const table = page.getByRole('table', { name: client.say('jobs.compare.caption') });
  for (const person of [provider, providerB, providerC])
    await expect(table).toContainText(person.name);
  await expect(amount('₹1,03,540.00', table)).toBeVisible();
  for (const person of [provider, providerB]) {
    await named('jobs.manage.shortlist', person).click();
    await client.sees(client.say('jobs.manage.shortlisted', { name: person.name }));
  }
  await named('jobs.manage.decline', providerC).click();
  const dialog = client.dialog('jobs.decline.heading', { name: providerC.name });
  await dialog.getByRole('radio', { name: client.say('jobs.decline.reasons.budget') }).check();
  await dialog.getByRole('button', { name: client.say('jobs.decline.verb'), exact: true }).click();
  await client.sees(client.say('jobs.manage.declined', { name: providerC.name }));
}

/** Nobody waits in vain: the one who was declined reads the reason. */
export async function readsReason(declined: Person): Promise<void> {
  const { items } = await ask<{ items: { id: string }[] }>(declined, '/proposals/mine');
  await open(declined, `/proposals/${items[0]?.id ?? ''}`);
  await declined.sees(declined.say('proposals.states.declined'));
  await declined.sees(new RegExp(declined.say('proposals.reasons.budget')));
}
