import { expect, test } from '@playwright/test';
import { Journey } from './journey';
import { open } from './pages';
import { Person } from './person';

/** One account on both sides of the market: what it hires by is not what it works by. */
test('somebody who hires and works changes sides', async ({ browser }) => {
  const journey = await Journey.begin();
  const [both] = await journey.record.rows<{ email: string; job: string }>(
    `select a.email, j.id as job from accounts a join jobs j on j.client_id = a.id
      where a.roles @> '{client,provider}' and j.status = 'published' order by j.id limit 1`,
  );
  const { email, job } = both ?? { email: '', job: '' };
  const person = await Person.sitDown(browser, { name: 'Both', handle: 'both' });
  const logIn = await person.context.request.post('/api/accounts/login', {
    data: { email, password: 'guildhall-demo-1' },
  });
  expect(logIn.status()).toBeLessThan(300);
  const side = (name: 'client' | 'provider') =>
    person.page
      .getByRole('group', { name: person.say('shell.side') })
      .getByRole('button', { name: person.say(`shell.sides.${name}`) });
  const place = (word: string) =>
    person.page
      .getByRole('navigation', { name: person.say('shell.main') })
      .first()
      .getByRole('link', { name: person.say(`shell.nav.${word}`), exact: true });

  await journey.step(
    'the places follow the side, and the page stays',
    { at: [person] },
    async () => {
      await open(person, '/contracts');
      await side('client').click();
      await expect(place('myJobs')).toBeVisible();
      await expect(place('proposals')).toHaveCount(0);
      await side('provider').click();
      await expect(place('proposals')).toBeVisible();
      await expect(place('myJobs')).toHaveCount(0);
      expect(new URL(person.page.url()).pathname).toBe('/contracts');
      await person.page.reload();
      await expect(side('provider')).toHaveAttribute('aria-pressed', 'true');
    },
  );

  await journey.step('nobody proposes for their own job', { at: [] }, async () => {
    const amount = { amountMinor: '4000000', currency: 'INR' };
    const milestones = [{ title: 'All of it', amount, days: 10 }];
    const words = { coverLetter: 'I would do it myself.', answers: [], attachments: [] };
    const answer = await person.context.request.post(`/api/jobs/${job}/proposals`, {
      data: { ...words, milestones, aiAssisted: false },
    });
    expect(await answer.json()).toMatchObject({ code: 'proposals.own_job' });
  });

  expect(person.complaints).toEqual([]);
  process.stdout.write(`${await journey.end()}\n`);
});
