import { expect, test } from '@playwright/test';
import { enrols, isAppointed, isLedToEnrolment } from './identity/enrolling';
import { Phone } from './identity/keys';
import {
  addsBankAccount,
  addsPasskey,
  endsOtherDevices,
  entersByPasskey,
  entersByRecoveryCode,
  forgetsCookies,
  looksAtSecurity,
  setsUpApp,
} from './identity/ways-in';
import { signsUp } from './j1/arriving';
import { Journey } from './journey';
import { Person } from './person';

/** In by every way there is, and back in when the phone is gone. */
test('somebody secures an account and loses the phone', async ({ browser }) => {
  const journey = await Journey.begin();
  const laila = await Person.sitDown(browser, { name: 'Laila Hassan', handle: 'laila.keys' });
  const phone = await Phone.of(laila);
  const own = { codes: [''], key: '' };

  await journey.step('signs up and adds a passkey', { at: [laila] }, async () => {
    await signsUp(laila, 'provider');
    own.codes = await addsPasskey(laila);
  });
  await journey.step('comes in by the passkey alone', { at: [laila] }, async () => {
    await forgetsCookies(laila);
    await entersByPasskey(laila);
  });
  await journey.step('sets up an authenticator app', { at: [laila] }, async () => {
    own.key = await setsUpApp(laila);
  });
  await journey.step(
    'loses the phone and comes in by a recovery code',
    { at: [laila] },
    async () => {
      await phone.isLost();
      await forgetsCookies(laila);
      await entersByRecoveryCode(laila, own.codes[0] ?? '');
    },
  );
  await journey.step('ends every other device', { at: [laila] }, async () => {
    await endsOtherDevices(laila, own.codes[1] ?? '');
  });
  await journey.step('adds a bank account by the app', { at: [laila] }, async () => {
    await addsBankAccount(laila, own.key);
  });
  await journey.step('sees it all on a small screen', { at: [laila] }, async () => {
    await laila.page.setViewportSize({ width: 390, height: 844 });
    await looksAtSecurity(laila);
  });
  expect(laila.complaints).toEqual([]);
  process.stdout.write(`${await journey.end()}\n`);
});

/** A password alone opens no page of the console. */
test('somebody joins the staff and sets up a second factor', async ({ browser }) => {
  const journey = await Journey.begin();
  const omar = await Person.sitDown(browser, { name: 'Omar Nasser', handle: 'omar.keys' });

  await journey.step('is led to the setting up', { at: [omar] }, async () => {
    await signsUp(omar, 'provider');
    await isAppointed(omar, journey);
    await isLedToEnrolment(omar);
  });
  await journey.step('sets up an app and is in', { at: [omar] }, async () => {
    await enrols(omar);
  });
  expect(omar.complaints).toEqual([]);
  process.stdout.write(`${await journey.end()}\n`);
});
