import { expect, test } from '@playwright/test';
import { logsIn } from './desk';
import { agrees, cannotAgree } from './finance/asking';
import { provesPhone, signsUp } from './j1/arriving';
import { Journey } from './journey';
import { Person } from './person';
import * as desk from './verification/deciding';
import { isAskedForMore, isVerified, sendsPapers, stillWaits } from './verification/sending';

const note = 'Send the page with the photo, sharp.';
const birthDate = '1991-03-14';

/** From the first paper to the tier, with two people of compliance in between. */
test('somebody proves who they are', async ({ browser }) => {
  const journey = await Journey.begin();
  const { record } = journey;
  const amira = await Person.sitDown(browser, { name: 'Amira Saleh', handle: 'amira.papers' });
  const staff = { app: 'admin' } as const;
  const first = await Person.sitDown(browser, {
    ...{ name: 'Kavya Menon', handle: 'compliance', ...staff },
  });
  const second = await Person.sitDown(browser, {
    ...{ name: 'Miriam Osei', handle: 'compliance.second', ...staff },
  });
  await signsUp(amira, 'provider');
  await provesPhone(amira);
  await logsIn(first);
  await logsIn(second);
  await journey.join(amira);

  await journey.step('papers that cannot be read wait for people', { at: [amira] }, () =>
    sendsPapers(amira, { document: 'passport-blurry.png', birthDate }),
  );
  await journey.step(
    'the desk sees the time that is left, looks with a reason and asks for more',
    { at: [first], mails: [[amira, 'papers_asked']] },
    async () => {
      await desk.findsInQueue(first, amira.name);
      await desk.looksAtPapers(first, ['passport-blurry.png', 'selfie.png']);
      await desk.compares(first, 'name', [amira.name, '–']);
      await desk.asksForMore(first, note);
      const looks = await record.rows(
        `select 1 from staff_actions where purpose is not null and status = 200
          and path like '/api/admin/verification/%/files/%'`,
      );
      expect(looks, 'both looks are in the log of the staff').toHaveLength(2);
    },
  );
  await journey.step('the person reads why and sends others', { at: [amira] }, async () => {
    await isAskedForMore(amira, note);
    await sendsPapers(amira, { document: 'passport-forged.png', birthDate }, true);
  });
  await journey.step(
    'papers that may be forged are approved by two',
    { at: [first, second], mails: [[amira, 'papers_approved']] },
    async () => {
      await desk.findsInQueue(first, amira.name);
      await desk.compares(first, 'birth', [birthDate, birthDate]);
      const papers = first.page.url();
      const approvalId = await desk.approvesHighRisk(first);
      await stillWaits(amira);
      await cannotAgree(first, approvalId);
      await agrees(second, approvalId);
      const path = new URL(papers).pathname;
      await desk.isSettled(second, { name: amira.name, path });
    },
  );
  await journey.step('the person has the tier', { at: [amira] }, () => isVerified(amira));

  for (const { name, complaints } of [amira, first, second])
    expect(complaints, `the console of ${name}`).toEqual([]);
  process.stdout.write(`${await journey.end()}\n`);
});
