import { expect } from '@playwright/test';
import { open } from '../pages';
import type { Person } from '../person';
import { asks } from './asking';

/** The newest month that is over and open. */
export async function lastMonth(maker: Person): Promise<string> {
  await open(maker, '/finance/periods');
  const link = maker.page.getByRole('row').nth(1).getByRole('link').first();
  return (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
}

/** @returns the id of the request to close it */
export async function asksToClose(maker: Person, period: string): Promise<string> {
  await open(maker, `/finance/periods/${period}`);
  const verb = maker.page.getByRole('button', { name: closes(maker, period) });
  await verb.click();
  const dialog = maker.page.getByRole('dialog', { name: closes(maker, period) });
  return asks(maker, dialog, maker.say('periods.ask'));
}

/** The month is closed on exactly the balances that it still has. */
export async function isClosed(maker: Person, period: string): Promise<void> {
  await open(maker, `/finance/periods/${period}`);
  await maker.sees(maker.say('periods.same'));
  await expect(maker.page.getByRole('button', { name: closes(maker, period) })).toHaveCount(0);
}

const closes = (maker: Person, period: string): string => {
  const month = new Intl.DateTimeFormat('en-IN', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return maker.say('periods.close', { month: month.format(new Date(`${period}-01T00:00:00Z`)) });
};
