import type { Journey } from '../journey';
import type { Person } from '../person';
import { sandbox } from '../sandbox';
import { fund } from './funding';
import { approves, asksForPayout, bankAgrees, onlyPayout, prepares, releases } from './paying';
import { isBlind, reviews } from './reviewing';
import { asksForChange, delivers, postsUpdate, seesBothVersions, seesDelivery } from './working';
import { m1, m2, type World } from './world';

const priceOfM1 = { held: '₹40,000', fee: '₹1,200.00', tax: '₹216.00', total: '₹41,416.00' };
const priceOfM2 = { held: '₹60,000', fee: '₹1,800.00', tax: '₹324.00', total: '₹62,124.00' };

export interface Finance {
  readonly maker: Person;
  readonly checker: Person;
}

/** J1, steps 12 to 20: the money comes, is held, earned and paid out, and comes again. */
export async function untilPaid(
  journey: Journey,
  world: World,
  { maker, checker }: Finance,
): Promise<void> {
  const { client, provider } = world;

  await journey.step(
    '12 · the first milestone is funded',
    { at: [client, provider], mails: [[client, 'payment_receipt']] },
    () => fund(world, journey, { milestone: world.milestones.m1, ...priceOfM1 }),
  );

  await journey.step('13 · the provider tells how it goes', { at: [provider] }, () =>
    postsUpdate(world),
  );

  await journey.step(
    '14 · the work is delivered',
    { at: [client, provider], mails: [[client, 'delivery_submitted']] },
    async () => {
      await delivers(world, `${m1.title}: try it on the test site.`);
      await seesDelivery(world);
    },
  );

  for (const days of [7, 4, 2])
    await journey.step(
      `14 · ${days} days later the client is reminded`,
      { at: [], mails: [[client, 'review_reminder']] },
      async () => {
        await sandbox.passDays(days);
      },
    );

  const point = 'The buttons are too small for the tablets of the reception.';
  await journey.step(
    '15 · one change is asked for',
    { at: [client], mails: [[provider, 'changes_requested']] },
    () => asksForChange(world, point),
  );

  await journey.step(
    '15 · and delivered',
    { at: [client], mails: [[client, 'delivery_submitted']] },
    async () => {
      await delivers(world, 'Version two: bigger buttons.');
      await seesBothVersions(world, point);
    },
  );

  await journey.step(
    '16 · the money is released',
    {
      at: [client, provider],
      mails: [
        [client, 'release_receipt'],
        [provider, 'released'],
      ],
    },
    () => releases(world),
  );

  // Days have passed, and the house has told finance about other contracts meanwhile.
  await journey.join(maker, checker);
  let payoutId = '';
  await journey.step(
    '17 · the provider asks for it',
    {
      at: [provider],
      mails: [
        [provider, 'bank_account_added'],
        [provider, 'payout_requested'],
      ],
    },
    async () => {
      await asksForPayout(provider);
      payoutId = await onlyPayout(provider);
    },
  );

  await journey.step(
    '18 · one of finance prepares',
    { at: [maker], mails: [[checker, 'approval_requested']] },
    () => prepares(maker, provider, payoutId),
  );

  await journey.step(
    '18 · another approves, and the bank pays',
    {
      at: [checker, provider],
      mails: [
        [provider, 'payout_paid'],
        [maker, 'approval_granted'],
      ],
    },
    async () => {
      await approves(checker, provider);
      await bankAgrees(journey, provider, payoutId);
    },
  );

  const praise = 'قرارات سريعة ودفع في وقته.';
  await journey.step(
    '19 · the provider writes a review, unseen',
    { at: [provider, client] },
    async () => {
      await reviews(provider, world.contractId, praise);
      await isBlind(world, praise);
    },
  );

  await journey.step(
    '19 · both have written, both are shown',
    {
      at: [client],
      mails: [
        [client, 'review_revealed'],
        [provider, 'review_revealed'],
      ],
    },
    async () => {
      await reviews(client, world.contractId, 'Clear words, working software.');
      await client.sees(praise);
    },
  );

  await journey.step(
    '20 · the second milestone is funded',
    { at: [client], mails: [[client, 'payment_receipt']] },
    () => fund(world, journey, { milestone: world.milestones.m2, ...priceOfM2 }),
  );

  await journey.step(
    '20 · and delivered',
    { at: [provider], mails: [[client, 'delivery_submitted']] },
    () => delivers(world, `${m2.title}: everything is live.`),
  );
}
