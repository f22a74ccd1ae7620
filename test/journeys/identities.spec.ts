import { expect, test } from '@playwright/test';
import {
  entersBy,
  goesTo,
  isSomebody,
  joinsBy,
  joinsByMailToo,
  linksToWhatThereWas,
  looksAtConnected,
  refusesThere,
} from './identities/elsewhere';
import { asProgram, makesKey, revokesKey } from './identities/keys';
import { readsReference } from './identities/reference';
import { signsUp } from './j1/arriving';
import { Journey } from './journey';
import { Person } from './person';

/** In by every button; an address that has an account is asked for; and a program with a key. */
test('people come in by others, and programs by keys', async ({ browser }) => {
  const journey = await Journey.begin();
  const nadia = await Person.sitDown(browser, { name: 'Nadia Rahman', handle: 'nadia.google' });
  const tom = await Person.sitDown(browser, { name: 'Tom Okafor', handle: 'tom.facebook' });
  const lina = await Person.sitDown(browser, {
    ...{ name: 'لينا حسن', handle: 'lina.linkedin' },
    ...{ language: 'ar', width: 390 },
  });
  const omar = await Person.sitDown(browser, { name: 'Omar Said', handle: 'omar.password' });

  await journey.step('refuses at Google, and is told so', { at: [nadia] }, async () => {
    await refusesThere(nadia, 'Google');
  });
  await journey.step('comes by Google, and comes again', { at: [nadia] }, async () => {
    await joinsBy(nadia, 'Google');
    await entersBy(nadia, 'Google');
  });
  await journey.step('comes by LinkedIn, on a phone in Arabic', { at: [lina] }, async () => {
    await joinsBy(lina, 'LinkedIn');
    await entersBy(lina, 'LinkedIn');
  });
  await journey.step('comes by Facebook and proves the address', { at: [tom] }, async () => {
    await joinsByMailToo(tom, 'Facebook');
    await entersBy(tom, 'Facebook');
  });
  await journey.step('is asked before Google opens what there was', { at: [omar] }, async () => {
    await signsUp(omar, 'client');
    await linksToWhatThereWas(omar, 'Google');
    await entersBy(omar, 'Google');
  });
  await journey.step('sees what is connected', { at: [omar, lina] }, async () => {
    await looksAtConnected(omar, 'Google');
    await looksAtConnected(lina, 'LinkedIn');
  });
  await journey.step('gives a program a key and takes it back', { at: [omar] }, async () => {
    const key = await makesKey(omar);
    expect(await asProgram(key)).toBe(200);
    await readsReference(omar, key);
    await revokesKey(omar);
    expect(await asProgram(key)).toBe(401);
  });
  await journey.step('stands before the questions of a newcomer', { at: [nadia] }, async () => {
    await nadia.losesCookies();
    await goesTo(nadia, 'LinkedIn');
    await isSomebody(nadia);
    await nadia.reads('accounts.arrival.known.heading');
  });
  // Saying no at the provider is answered with 422, and browsers write that down.
  const said = (line: string) => !line.endsWith('/api/identities/google/finish');
  for (const { complaints } of [nadia, tom, lina, omar])
    expect(complaints.filter(said)).toEqual([]);
  process.stdout.write(`${await journey.end()}\n`);
});
