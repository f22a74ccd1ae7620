import { expect } from '@playwright/test';
import type { Person } from '../person';
import { open } from '../pages';
import type { World } from './world';

const parts = ['stars', 'quality', 'communication', 'timeliness'];

/** Step 19: five stars, four times, and a sentence. */
export async function reviews(person: Person, contractId: string, text: string): Promise<void> {
  await open(person, `/contracts/${contractId}/review-partner`);
  for (const part of parts)
    await person.page
      .getByRole('radiogroup', { name: person.say(`reviews.${part}`) })
      .getByRole('radio', { name: person.say('ui.stars', { count: 5 }) })
      .check();
  await person.field('reviews.text').fill(text);
  await person.button('reviews.verb').click();
  await person.reads('reviews.mine');
}

/** Until both have written, nobody reads what the other wrote. */
export async function isBlind(
  { client, provider, contractId }: World,
  text: string,
): Promise<void> {
  await open(client, `/contracts/${contractId}/review-partner`);
  await client.sees(client.say('reviews.theyWrote', { name: provider.name }));
  await expect(client.page.getByText(text)).toHaveCount(0);
}
