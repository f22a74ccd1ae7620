import { expect } from '@playwright/test';
import type { Person } from '../person';
import { amount, begins, open } from '../pages';
import { job, pdf, type World } from './world';

const next = (person: Person) => person.button('jobs.wizard.next').click();

/** Step 3: the job is written, the tab is closed in between, nothing is lost. */
export async function writesJob(client: Person): Promise<void> {
  await open(client, '/jobs/new');
  await client.field('jobs.fields.title').fill(job.title);
  await client.field('jobs.fields.category').selectOption('web');
  await next(client);
  await client.field('jobs.fields.description').fill(job.description);
  await client.page.getByLabel('Arabic', { exact: true }).check();
  await isSaved(client);
  await client.closeTab();
  await open(client, '/jobs/new');
  await client.page
    .getByRole('button', { name: client.say('jobs.wizard.carryOn') })
    .or(client.link('jobs.wizard.carryOn'))
    .click();
  await expect(client.field('jobs.fields.description')).toHaveValue(job.description);
  await next(client);
  await skillsAndBudget(client);
  await next(client);
  await questionsAndTerms(client);
  await next(client);
  await client.sees(job.title);
  await isSaved(client);
}

async function skillsAndBudget(client: Person): Promise<void> {
  const skills = client.page.getByRole('combobox', {
    name: begins(client.say('jobs.fields.skills')),
  });
  for (const skill of job.skills) {
    await skills.fill(skill);
    await skills.press('Enter');
  }
  await client.field('jobs.fields.budget').fill('100000');
  await client.field('jobs.fields.budget').press('Tab');
  await client.sees(/Similar: ₹[\d,]+–₹[\d,]+ \(n=\d+\)/);
  const receipt = client.page.getByRole('region', { name: client.say('jobs.receipt.heading') });
  for (const line of ['₹1,00,000.00', '₹3,000.00', '₹540.00', '₹1,03,540.00', '₹88,200.00'])
    await expect(amount(line, receipt)).toBeVisible();
}

async function questionsAndTerms(client: Person): Promise<void> {
  for (const [at, question] of job.questions.entries()) {
    await client.button('jobs.wizard.ask').click();
    await client.page.getByRole('textbox', { name: `Question ${at + 1}` }).fill(question);
  }
  await client.field('jobs.fields.nda').check();
  await client.field('jobs.fields.purchaseOrder').fill(job.purchaseOrder);
  await client.attach([pdf('brief.pdf')]);
}

async function isSaved(client: Person): Promise<void> {
  await client.sees(begins(client.say('ui.savedAt', { time: '' }).trim()));
}

/** Step 4, first half: the job is above a limit and waits for another member. */
export async function asksToPublish(world: World): Promise<void> {
  const { client } = world;
  await client.button('jobs.wizard.publish').click();
  await client.page.waitForURL(/\/jobs\/[0-9a-f-]{36}\/manage/);
  world.jobId = /jobs\/([0-9a-f-]{36})/.exec(client.page.url())?.[1] ?? '';
  await client.sees(client.say('jobs.status.awaiting'));
}

/** Step 5: the job is open; who fits best is invited, and it is said why. */
export async function seesMatches(world: World): Promise<void> {
  const { client, provider } = world;
  await client.page.goto(`/jobs/${world.jobId}/edit`);
  // What is published is looked after, not written anew.
  await client.page.waitForURL(/\/manage$/);
  await client.page.goto(`/jobs/${world.jobId}/manage?tab=matches`);
  await client.sees(/\d+ matched, 3 invited/);
  const match = client.page.getByRole('listitem').filter({ hasText: provider.name });
  for (const reason of [...job.skills, 'speaks Arabic', client.say('jobs.matches.invited')])
    await expect(match).toContainText(reason);
}
