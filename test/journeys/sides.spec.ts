import { expect, test, type Browser } from '@playwright/test';
import { Journey } from './journey';
import { open } from './pages';
import { Person } from './person';
import { sandbox } from './sandbox';

const inr = (amountMinor: string) => ({ amountMinor, currency: 'INR' });
const paidJob = {
  title: 'Shelves for a reading room',
  category: 'web',
  description: 'Eleven metres of oak, and a ladder that does not squeak.',
  skills: ['carpentry'],
  languages: ['en'],
  budget: inr('4000000'),
  questions: [],
  nda: false,
};
const proposal = {
  coverLetter: 'I built the shelves of two libraries.',
  milestones: [{ title: 'All of it', amount: inr('4000000'), days: 10 }],
  answers: [],
  attachments: [],
  aiAssisted: false,
};

async function proposeAsSomebodyElse(browser: Browser, journey: Journey, jobId: string) {
  const [other] = await journey.record.rows<{ email: string }>(
    `select email from accounts where roles = '{provider}' and email like 'person%'
      order by email limit 1`,
  );
  const { context } = await Person.sitDown(browser, { name: 'Other', handle: 'other' });
  const form = { email: other?.email ?? '', password: 'guildhall-demo-1' };
  expect((await context.request.post('/api/accounts/login', { data: form })).status()).toBeLessThan(
    300,
  );
  const answer = await context.request.post(`/api/jobs/${jobId}/proposals`, { data: proposal });
  expect(answer.status(), await answer.text()).toBeLessThan(300);
  await context.close();
}

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

  await journey.step(
    'each side has its own notifications, and says what waits on the other',
    { at: [person] },
    async () => {
      // The days that other journeys let pass have told this person things.
      await person.context.request.post('/api/notifications/read', { data: { all: true } });
      const posted = await person.context.request.post('/api/jobs', { data: paidJob });
      const { id } = (await posted.json()) as { id: string };
      await person.context.request.post(`/api/jobs/${id}/publish`);
      await proposeAsSomebodyElse(browser, journey, id);
      const waiting = side('client').getByText(person.say('shell.unread', { count: '1' }));
      const news = person.page.getByRole('main').getByRole('link', { name: paidJob.title });
      await expect(async () => {
        await open(person, '/notifications');
        await expect(waiting).toBeAttached({ timeout: 1_000 });
      }).toPass({ timeout: 20_000 });
      await expect(news).toHaveCount(0);
      const tab = (name: string) =>
        person.page.getByRole('tab', { name: person.say(`account.notifications.sides.${name}`) });
      await tab('all').click();
      await expect(news).toHaveCount(1);
      expect(new URL(person.page.url()).searchParams.get('side')).toBe('all');
      await tab('provider').click();
      await expect(news).toHaveCount(0);
      await side('client').click();
      await expect(news).toHaveCount(1);
      await expect(waiting).toHaveCount(0);
      const bell = person.page.getByRole('link', { name: person.say('shell.notifications') });
      await expect(bell).toContainText(person.say('shell.unread', { count: '1' }));
      await person.page
        .getByRole('button', { name: person.say('account.notifications.readAll') })
        .click();
      await expect(bell).not.toContainText(person.say('shell.unread', { count: '1' }));
    },
  );

  const stranger = await Person.sitDown(browser, { name: 'Nobody', handle: 'nobody' });
  await journey.step(
    'such mails end by the link in one of them, for whoever opens it, once they press',
    { at: [stranger, person] },
    async () => {
      let link: string | undefined;
      await expect
        .poll(async () => {
          const links = (await sandbox.mailsTo(email)).flatMap((mail) => mail.links);
          link = links.find((one) => one.includes('/unsubscribe?token='));
          return link;
        })
        .toBeTruthy();
      await open(stranger, link ?? '');
      await stranger.button('notices.unsubscribe.verb').click();
      await stranger.sees(stranger.say('notices.unsubscribe.doneText'));
      await open(person, '/settings/notifications');
      const cell = person.page.getByRole('checkbox', {
        name: person.say('notices.cell', {
          topic: person.say('notices.topics.proposals.name'),
          channel: person.say('notices.channels.mail'),
        }),
      });
      await expect(cell).not.toBeChecked();
      await cell.check();
    },
  );

  await journey.step('nobody proposes for their own job', { at: [] }, async () => {
    const answer = await person.context.request.post(`/api/jobs/${job}/proposals`, {
      data: proposal,
    });
    expect(await answer.json()).toMatchObject({ code: 'proposals.own_job' });
  });

  expect([...person.complaints, ...stranger.complaints]).toEqual([]);
  process.stdout.write(`${await journey.end()}\n`);
});
