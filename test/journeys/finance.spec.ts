import { expect, test } from '@playwright/test';
import { logsIn } from './desk';
import { agrees, cannotAgree } from './finance/asking';
import { answersBank } from './finance/bank';
import { asksToFree, asksToLift, holds, restricts, row } from './finance/holds';
import { isTakenBack, moved, postsJournal, takesBack } from './finance/journals';
import { asksToClose, isClosed, lastMonth } from './finance/months';
import { Journey } from './journey';
import { open } from './pages';
import { Person } from './person';

const staff = {
  maker: ['Meera Joshi', 'finance.maker'],
  checker: ['Chandan Pillai', 'finance.checker'],
  compliance: ['Kavya Menon', 'compliance'],
  second: ['Miriam Osei', 'compliance.second'],
  superadmin: ['Sofia Marchetti', 'superadmin'],
} as const;

/** Nobody moves money alone: journals, months, holds, wallets, the bank's questions, read models. */
test('finance and compliance do what takes two', async ({ browser }) => {
  const journey = await Journey.begin();
  const { record } = journey;
  const sits = async ([name, handle]: readonly [string, string]) => {
    const person = await Person.sitDown(browser, { name, handle, app: 'admin' });
    await logsIn(person);
    return person;
  };
  const maker = await sits(staff.maker);
  const checker = await sits(staff.checker);
  const compliance = await sits(staff.compliance);
  const second = await sits(staff.second);
  const both = [maker, checker];

  await journey.step(
    'a journal balances, is typed to be agreed to, and moves',
    { at: both },
    async () => {
      const id = await postsJournal(maker, { rupees: '60000' });
      await cannotAgree(maker, id);
      await agrees(checker, id, { sum: { said: '₹60,000', typed: '60000' } });
      await expect
        .poll(() => moved(record, id))
        .toEqual([
          { account: 'loss:INR', amount: '-6000000' },
          { account: 'suspense:INR', amount: '6000000' },
        ]);
    },
  );

  await journey.step('it is taken back once', { at: both }, async () => {
    const id = await takesBack(maker);
    await agrees(checker, id, { sum: { said: '₹60,000', typed: '60000' } });
    await expect
      .poll(() => moved(record, id))
      .toEqual([
        { account: 'loss:INR', amount: '6000000' },
        { account: 'suspense:INR', amount: '-6000000' },
      ]);
    await isTakenBack(maker);
  });

  await journey.step('a month closes on what both saw, or not at all', { at: both }, async () => {
    const period = await lastMonth(maker);
    const stale = await asksToClose(maker, period);
    const late = await postsJournal(maker, { rupees: '12', day: `${period}-15` });
    await agrees(checker, late, { sum: { said: '₹12' } });
    await agrees(checker, stale, { to: 'failed' });
    await agrees(checker, await asksToClose(maker, period));
    await isClosed(maker, period);
    const after = await postsJournal(maker, { rupees: '13', day: `${period}-16` });
    await agrees(checker, after, { sum: { said: '₹13' } });
    await isClosed(maker, period);
    await open(maker, '/finance/journals');
    await maker.sees(maker.say('journals.columns.late'));
  });

  await journey.step(
    'money is held by one and let go by two',
    { at: [compliance, second] },
    async () => {
      const [held] = await record.rows<{ title: string }>(
        `select title from contracts c where exists (select from gateway_money g
        where g.contract_id = c.id) and not exists (select from escrow_holds h where h.contract_id = c.id)
        and (select count(*) from contracts o where o.title = c.title) = 1 limit 1`,
      );
      const title = held?.title ?? '';
      await holds(compliance, title);
      const id = await asksToLift(compliance, title);
      await cannotAgree(compliance, id);
      await agrees(second, id);
      await open(compliance, '/compliance/holds');
      await expect(row(compliance, title)).toHaveCount(0);
    },
  );

  await journey.step(
    'a wallet is shut by one and opened by two',
    { at: [compliance] },
    async () => {
      const [owner] = await record.rows<{ id: string; name: string }>(
        `select id, name from accounts where email = 'providerc@demo.guildhall.local'`,
      );
      const { id, name } = owner ?? { id: '', name: '' };
      await restricts(compliance, id, name);
      await agrees(second, await asksToFree(compliance, name));
      await open(compliance, `/users/${id}`);
      await compliance.sees(compliance.say('users.wallet.free'));
    },
  );

  await journey.step('the bank is answered once', { at: [maker] }, async () => {
    const [asked] = await record.rows<{ id: string }>(
      `select id from chargebacks where state = 'opened' order by received_at limit 1`,
    );
    await answersBank(maker, asked?.id ?? '');
  });

  await journey.step('a read model is built anew beside the old one', { at: [] }, async () => {
    const superadmin = await sits(staff.superadmin);
    await open(superadmin, '/ops/projections');
    const rebuild = superadmin.say('projections.rebuildOne', { name: 'receipts' });
    await superadmin.page.getByRole('button', { name: rebuild }).click();
    const sure = superadmin.dialog('projections.rebuildHeading', { name: 'receipts' });
    await sure.getByRole('button', { name: superadmin.say('projections.rebuild') }).click();
    await superadmin.sees(superadmin.say('projections.rebuilds.states.swapped'));
  });

  for (const { name, complaints } of [maker, checker, compliance, second])
    expect(complaints, `the console of ${name}`).toEqual([]);
  process.stdout.write(`${await journey.end()}\n`);
});
