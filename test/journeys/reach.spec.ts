import { expect, test, type Browser } from '@playwright/test';
import { logsIn } from './desk';
import { Journey } from './journey';
import { open } from './pages';
import { Person } from './person';
import { sandbox } from './sandbox';

const otherThan = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

/** What reaches people, by which way, and what of it they end. */
test('somebody proves a phone, chooses what they are told, and misses a text', async ({
  browser,
}) => {
  const journey = await Journey.begin();
  const [member, support] = await sitDown(browser, journey);

  await journey.step(
    'a number of another country is proved, and five wrong codes lock it',
    { at: [member] },
    async () => {
      await open(member, '/settings/account');
      await member.field('ui.phoneCountry').selectOption('EG');
      await member.field('account.phone.number').fill(`0${member.phone.slice(3)}`);
      await member.button('account.phone.send').click();
      const code = await member.codeOnPhone(0);
      const wrong = member.page.getByText(member.say('ui.problems.accounts.code_invalid'));
      for (let turn = 0; turn < 5; turn += 1) {
        await types(member, otherThan(code));
        await expect(wrong).toBeVisible();
      }
      await types(member, code);
      const wait = member.page.getByText(/Too many wrong codes.*15 minutes/);
      await expect(wait).toBeVisible();
      await journey.record.rows(
        `update code_locks set locked_until = locked_until - interval '15 minutes'
          where account_id = (select id from accounts where email = '${member.email}')`,
      );
      await types(member, code);
      await member.sees(member.say('account.phone.verified'));
      member.forgiveRefusals(422, 429);
    },
  );

  await journey.step(
    'mails about reviews end with a press and come back with another',
    { at: [member] },
    async () => {
      await open(member, '/settings/notifications');
      const cell = member.page.getByRole('checkbox', {
        name: member.say('notices.cell', {
          topic: member.say('notices.topics.reviews.name'),
          channel: member.say('notices.channels.mail'),
        }),
      });
      await cell.uncheck();
      await member.button('ui.undo').click();
      await expect(cell).toBeChecked();
      await cell.uncheck();
      await expect(member.button('ui.undo')).toHaveCount(2);
      await member.page.reload();
      await expect(cell).not.toBeChecked();
      const money = member.page.getByRole('row', {
        name: member.say('notices.topics.money.name'),
      });
      await expect(money.getByRole('checkbox')).toHaveCount(0);
    },
  );

  await journey.step(
    'a code that the phone misses is in the mailbox, and support sees why',
    { at: [support], mails: [[member, 'otp_code']] },
    async () => {
      const before = await member.textsSoFar();
      await sandbox.switchOff([member.phone]);
      await member.context.request.post('/api/accounts/step-up', { data: { purpose: 'release' } });
      const code = await member.codeOnPhone(before);
      await expect
        .poll(async () => (await sandbox.mailsTo(member.email)).map(({ text }) => text).join())
        .toContain(code);
      await sandbox.switchOff([]);
      await logsIn(support, '/texts');
      const row = support.page.getByRole('row', { name: member.name }).first();
      await expect(row).toContainText(support.say('texts.statuses.undelivered'));
      await expect(row).toContainText('30003');
      await expect(row).toContainText(`+20 ••• ${member.phone.slice(-2)}`);
      const delivered = support.page.getByRole('row', { name: member.name }).last();
      await expect(delivered).toContainText(support.say('texts.statuses.delivered'));
    },
  );

  await journey.step(
    'texts are chosen, STOP from the phone ends them all, and START brings them back',
    { at: [member, support], mails: [[member, 'otp_code']] },
    async () => {
      await open(member, '/settings/notifications');
      const cell = member.page.getByRole('checkbox', {
        name: member.say('notices.cell', {
          topic: member.say('notices.topics.disputes.name'),
          channel: member.say('notices.channels.sms'),
        }),
      });
      await expect(cell).not.toBeChecked();
      await expect(member.field('notices.texts.from')).toHaveCount(0);
      await cell.check();
      await expect(member.field('notices.texts.from')).toHaveValue('22:00');
      const set = member.page.waitForResponse((one) => one.url().endsWith('/texts/quiet-hours'));
      await member.field('notices.texts.to').selectOption('07:30');
      await set;
      const before = await member.textsSoFar();
      await sandbox.answer(member.phone, 'STOP');
      await member.page.reload();
      await member.sees(member.say('notices.texts.stoppedText'));
      await expect(member.field('notices.texts.to')).toHaveValue('07:30');
      await member.context.request.post('/api/accounts/step-up', { data: { purpose: 'payout' } });
      await open(support, '/texts?status=suppressed');
      const row = support.page.getByRole('row', { name: member.name }).first();
      await expect(row).toContainText(support.say('texts.errors.21610'));
      expect(await member.textsSoFar()).toBe(before);
      await sandbox.answer(member.phone, 'START');
      await member.page.reload();
      await expect(cell).toBeChecked();
      await expect(member.page.getByText(member.say('notices.texts.stoppedText'))).toHaveCount(0);
    },
  );

  await journey.step('the place of a device next door has a name', { at: [member] }, async () => {
    await open(member, '/settings/security');
    const here = member.page.getByRole('listitem').filter({
      hasText: member.say('account.security.this'),
    });
    await expect(here).toContainText(member.say('account.security.network'));
  });

  expect([...member.complaints, ...support.complaints]).toEqual([]);
  process.stdout.write(`${await journey.end()}\n`);
});

/** The last digit sends it; then the field is empty again. */
async function types(person: Person, code: string): Promise<void> {
  const answered = person.page.waitForResponse((one) => one.url().endsWith('/phone/verify'));
  await person.field('account.phone.code').fill(code);
  await answered;
}

async function sitDown(browser: Browser, journey: Journey): Promise<[Person, Person]> {
  const look = { name: 'Salma Reach', handle: 'reach', phone: '+2010' };
  const member = await Person.sitDown(browser, look);
  const support = await Person.sitDown(browser, { name: 'Desk', handle: 'support', app: 'admin' });
  const { email, name, context } = member;
  const place = { country: 'IN', timeZone: 'Asia/Kolkata', locale: 'en' };
  const form = {
    email,
    name,
    password: 'a sentence for the journey',
    roles: ['provider'],
    ...place,
  };
  await context.request.post('/api/accounts', { data: form });
  await expect.poll(async () => (await sandbox.mailsTo(email)).length).toBe(1);
  const [mail] = await sandbox.mailsTo(email);
  const code = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0];
  const proved = await context.request.post('/api/accounts/verify-email', {
    data: { email, code },
  });
  expect(proved.status()).toBe(200);
  await expect.poll(async () => (await sandbox.mailsTo(email)).length).toBe(2);
  await journey.join(member);
  return [member, support];
}
