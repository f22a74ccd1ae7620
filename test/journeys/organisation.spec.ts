import { expect, test } from '@playwright/test';
import { signsUp } from './j1/arriving';
import { Journey } from './journey';
import { holdsABriefBack, keepsSomebody, seesWhoSigned, signsToRead } from './organisation/people';
import { asksForFields, makesARole, publishesAPlan, setsALimit } from './organisation/rules';
import { Person } from './person';
import { founds } from './sso/setting-up';

/** How an organisation works: what it decides, what it asks for, whom it keeps, what it holds back. */
test('an organisation sets its house in order', async ({ browser }) => {
  const journey = await Journey.begin();
  const owner = await Person.sitDown(browser, { name: 'Noor Varma', handle: 'noor.house' });
  const provider = await Person.sitDown(browser, {
    ...{ name: 'Samir Haddad', handle: 'samir.signs', width: 390 },
  });
  let jobId = '';

  await journey.step('founds it', { at: [owner] }, async () => {
    await signsUp(owner, 'client');
    await founds(owner, 'Nile Clinics');
  });
  await journey.step('sets a limit and takes it back', { at: [owner] }, () => setsALimit(owner));
  await journey.step('asks for fields of its own', { at: [owner] }, () => asksForFields(owner));
  await journey.step('makes a role of its own', { at: [owner] }, () => makesARole(owner));
  await journey.step('says what newcomers read', { at: [owner] }, () => publishesAPlan(owner));
  await journey.step('keeps somebody in a pool', { at: [owner] }, () => keepsSomebody(owner));
  await journey.step('signs before reading a brief', { at: [provider] }, async () => {
    await signsUp(provider, 'provider');
    jobId = await holdsABriefBack(owner);
    await signsToRead(provider, jobId);
  });
  await journey.step('sees who signed', { at: [owner] }, () =>
    seesWhoSigned(owner, jobId, provider.name),
  );
  for (const { complaints } of [owner, provider]) expect(complaints).toEqual([]);
  process.stdout.write(`${await journey.end()}\n`);
});
