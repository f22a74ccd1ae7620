import { expect, test } from '@playwright/test';
import { logsIn } from './desk';
import { signsUp } from './j1/arriving';
import { ask } from './j1/world';
import { Journey } from './journey';
import { Person } from './person';
import {
  choosesCounting,
  isHeardBySignal,
  readsTexts,
  takesBackCounting,
} from './privacy/consenting';
import { isWhole, takesACopy } from './privacy/copying';
import { almostAMonth, asksToLeave, comesBackAndStays, isGone } from './privacy/leaving';
import { revealsAddress, seesFormerMember, seesTheClock, seesWhoLooked } from './privacy/staff';
import { sandbox } from './sandbox';

/** From the first question to the last mail. */
test('somebody arrives, takes everything with them and leaves', async ({ browser }) => {
  const journey = await Journey.begin();
  const noor = await Person.sitDown(browser, {
    ...{ name: 'Noor Karam', handle: 'noor.leaves', isNew: true },
  });
  const quiet = await Person.sitDown(browser, {
    ...{ name: 'A guest', handle: 'quiet', isNew: true, saysNo: true },
  });
  const staff = { app: 'admin' } as const;
  const support = await Person.sitDown(browser, {
    ...{ name: 'Sam Oduya', handle: 'support', ...staff },
  });
  const compliance = await Person.sitDown(browser, {
    ...{ name: 'Kavya Menon', handle: 'compliance', ...staff },
  });

  await journey.step('a guest chooses, and is counted from then on', { at: [noor] }, async () => {
    await choosesCounting(noor);
  });
  await journey.step('a browser that says no is heard', { at: [quiet] }, async () => {
    await isHeardBySignal(quiet);
  });
  await journey.join(noor, quiet);
  await journey.step(
    'signs up, with the terms and the notice before them',
    {
      at: [noor],
      mails: [
        [noor, 'verify_email'],
        [noor, 'welcome'],
      ],
    },
    async () => {
      await readsTexts(noor);
      await signsUp(noor, 'client');
    },
  );
  await journey.step('takes a yes back', { at: [noor] }, () => takesBackCounting(noor));

  await journey.step(
    'takes a copy of everything',
    {
      at: [noor],
      mails: [
        [noor, 'own_export_ready'],
        [noor, 'otp_code'],
      ],
    },
    async () => {
      await isWhole(noor, await takesACopy(noor));
    },
  );
  const { id } = await ask<{ id: string }>(noor, '/accounts/me');
  await journey.step('sees who looked', { at: [noor, support] }, async () => {
    await logsIn(support);
    await revealsAddress(support, id);
    await seesWhoLooked(noor, support);
  });
  await journey.step(
    'asks to be deleted, comes back and stays',
    {
      at: [noor],
      mails: [
        [noor, 'otp_code'],
        [noor, 'deletion_scheduled'],
        [noor, 'deletion_cancelled'],
      ],
    },
    async () => {
      await asksToLeave(noor);
      await comesBackAndStays(noor);
    },
  );
  await journey.step(
    'asks again, and compliance sees the clock',
    {
      at: [noor, compliance],
      mails: [
        [noor, 'otp_code'],
        [noor, 'deletion_scheduled'],
      ],
    },
    async () => {
      await asksToLeave(noor);
      await logsIn(compliance);
      await seesTheClock(compliance, noor.name);
    },
  );
  await journey.step(
    'is warned on the day',
    { at: [], mails: [[noor, 'deletion_near']] },
    async () => {
      await sandbox.passDays(almostAMonth);
    },
  );
  await journey.step(
    'is gone after a month, and told so once',
    { at: [noor, compliance], mails: [[noor, 'account_gone']] },
    async () => {
      await sandbox.passDays(1 / 24);
      await expect
        .poll(async () => (await sandbox.mailsTo(noor.email))[0]?.subject)
        .toContain('gone');
      await isGone(noor);
      await seesFormerMember(compliance, noor.name);
    },
  );
  for (const { name, complaints } of [noor, quiet, support, compliance])
    expect(complaints, `the console of ${name}`).toEqual([]);
  process.stdout.write(`${await journey.end()}\n`);
});
