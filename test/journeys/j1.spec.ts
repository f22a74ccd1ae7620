import { test } from '@playwright/test';
import { untilHired } from './j1/until-hired';
import { untilPaid } from './j1/until-paid';
import { everybody } from './j1/world';
import { Journey } from './journey';
import { Person } from './person';

test('J1: from a search to money in the bank', async ({ browser }) => {
  const journey = await Journey.begin();
  const world = await everybody(browser);
  const { client, provider, providerB, providerC, spammer } = world;
  journey.join(client, provider, providerB, providerC, spammer);
  const staff = (name: string, account: string) =>
    Person.sitDown(browser, { name, handle: account, app: 'admin' });
  const maker = await staff('Meera Joshi', 'finance.maker');
  const checker = await staff('Chandan Pillai', 'finance.checker');
  journey.join(maker, checker);

  await untilHired(journey, world);
  await untilPaid(journey, world, { maker, checker });

  process.stdout.write(`${await journey.end()}\n`);
});
