import { type Browser, test } from '@playwright/test';
import { untilDecided } from './disputes/until-decided';
import { untilHired } from './j1/until-hired';
import { untilPaid } from './j1/until-paid';
import { everybody, type World } from './j1/world';
import { Journey } from './journey';
import { Person } from './person';

/** The dispute is about the second milestone of J1: one contract, one journey, in this order. */
test.describe.serial('one contract', () => {
  let journey: Journey;
  let world: World;
  const staff = (browser: Browser, name: string, account: string): Promise<Person> =>
    Person.sitDown(browser, { name, handle: account, app: 'admin' });

  test.beforeAll(async ({ browser }) => {
    journey = await Journey.begin();
    world = await everybody(browser);
    const { client, approver, provider, providerB, providerC, spammer } = world;
    await journey.join(client, approver, provider, providerB, providerC, spammer);
  });

  test.afterAll(async () => {
    process.stdout.write(`${await journey.end()}\n`);
  });

  test('J1: from a search to money in the bank', async ({ browser }) => {
    const maker = await staff(browser, 'Meera Joshi', 'finance.maker');
    const checker = await staff(browser, 'Chandan Pillai', 'finance.checker');
    await untilHired(journey, world);
    await untilPaid(journey, world, { maker, checker });
  });

  test('D1 to D6: from a claim to the money, over a ruling and an appeal', async ({ browser }) => {
    const mediator = await staff(browser, 'Mira Sen', 'mediator');
    const lead = await staff(browser, 'Lena Ortiz', 'mediator.lead');
    const second = await staff(browser, 'Ines Rocha', 'mediator.second');
    const third = await staff(browser, 'Paul Adeyemi', 'mediator.lead.second');
    await journey.join(mediator, lead, second, third);
    const dispute = { world, mediator, lead, panel: [second, third] as const, disputeId: '' };
    await untilDecided(journey, dispute);
  });
});
