import { expect } from '@playwright/test';
import { open } from '../pages';
import type { Person } from '../person';

/** Finds a call, opens it by its link, and tries what the page tells to type. */
export async function readsReference(person: Person, key: string): Promise<void> {
  const { page } = person;
  await open(person, '/developers');
  await person.reads('developers.heading');
  const find = page.getByLabel(person.say('developers.find'));
  await find.fill('no such call');
  await find.press('Enter');
  await person.reads('developers.none.heading');
  await person.button('developers.none.all').click();
  await find.fill('who the key acts for');
  await find.press('Enter');
  await expect(page.locator('app-operation')).toHaveCount(1);
  await page.locator('app-operation summary').click();
  await person.sees('account:read');
  await page.waitForURL(/call=AccountsController_me/);
  await page.reload();
  const curl = await page.locator('app-operation pre').first().innerText();
  const address = /'(https?:[^']+)'/.exec(curl)?.[1] ?? '';
  expect(curl).toContain('authorization: Bearer $GUILDHALL_KEY');
  const answer = await fetch(address, { headers: { authorization: `Bearer ${key}` } });
  expect(await answer.json()).toMatchObject({ email: person.email });
}
