import type { Locator } from '@playwright/test';
import type { Person } from './person';

/** A name that begins so, whatever follows it ("optional", a person's name). */
export const begins = (text: string): RegExp =>
  new RegExp(`^\\s*${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

/** Goes there, and waits until the page has taken over from what the server drew. */
export async function open(person: Person, path: string): Promise<void> {
  await person.page.goto(path);
  await takenOver(person);
}

/** What is typed into a page that the server drew is lost until the page has taken over. */
export const takenOver = (person: Person): Promise<void> =>
  person.page.locator('app-root:not([ngh]):not(:empty):not(:has([ngh]))').waitFor();

/** An amount as receipts write it: the minor units stand in a span of their own. */
export const amount = (text: string, within: Locator | Person['page']): Locator =>
  within.locator('ui-money').filter({ hasText: text, visible: true }).first();
