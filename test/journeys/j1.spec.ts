import { test } from '@playwright/test';
import { Journey } from './journey';
import { Person } from './person';
import { provesPhone, savesSearch, searchesAsGuest, signsUp, writesProfile } from './j1/arriving';
import { fund } from './j1/funding';
import { sign } from './j1/hiring';
import { approves, asksForPayout, bankAgrees, onlyPayout, prepares, releases } from './j1/paying';
import { publishesJob, writesJob } from './j1/posting';
import * as proposing from './j1/proposing';
import { isBlind, reviews } from './j1/reviewing';
import { asksForChange, delivers, postsUpdate, seesBothVersions, seesDelivery } from './j1/working';
import { everybody, m1, m2 } from './j1/world';
import { sandbox } from './sandbox';

const priceOfM1 = { held: '₹40,000', fee: '₹1,200.00', tax: '₹216.00', total: '₹41,416.00' };
const priceOfM2 = { held: '₹60,000', fee: '₹1,800.00', tax: '₹324.00', total: '₹62,124.00' };

test('J1: from a search to money in the bank', async ({ browser }) => {
  const journey = await Journey.begin();
  const world = await everybody(browser);
  const { client, provider, providerB, providerC, spammer } = world;
  const maker = await Person.sitDown(browser, {
    name: 'Meera Joshi',
    handle: 'finance.maker',
    app: 'admin',
  });
  const checker = await Person.sitDown(browser, {
    name: 'Chandan Pillai',
    handle: 'finance.checker',
    app: 'admin',
  });
  journey.join(client, provider, providerB, providerC, spammer);

  await journey.step('1 · a guest searches', { at: [client] }, () => searchesAsGuest(client));

  await journey.step(
    '2 · the client signs up, proves mail and phone',
    {
      at: [client],
      mails: [
        [client, 'verify_email'],
        [client, 'welcome'],
      ],
    },
    async () => {
      await client.link('search.signUp').click();
      await signsUp(client, 'client');
      await provesPhone(client);
    },
  );

  await journey.step(
    '2 · the providers sign up and say what they can',
    {
      at: [provider, providerB],
      mails: [provider, providerB, providerC, spammer].flatMap((one) => [
        [one, 'verify_email'] as const,
        [one, 'welcome'] as const,
      ]),
    },
    async () => {
      await Promise.all([
        signsUp(provider, 'provider').then(() => provesPhone(provider)),
        signsUp(providerB, 'provider'),
      ]);
      await Promise.all([signsUp(providerC, 'provider'), signsUp(spammer, 'provider')]);
      await writesProfile(provider, 'مواقع حجز بالعربية', ['angular', 'postgresql', 'arabic']);
      await writesProfile(providerB, 'Booking sites', ['angular', 'postgresql']);
      await savesSearch(providerC);
    },
  );

  await journey.step('3 · the client writes the job', { at: [client] }, () => writesJob(client));

  await journey.step(
    '5 · the job is open and the best are invited',
    {
      at: [client],
      mails: [
        [provider, 'invitation'],
        [providerC, 'saved_search_hit'],
      ],
    },
    () => publishesJob(world),
  );

  await journey.step(
    '6 · the provider proposes two milestones',
    { at: [provider], mails: [[client, 'proposal_received']] },
    async () => {
      await proposing.followsInvitation(world);
      await proposing.proposes(provider, world.jobId, proposing.twoMilestones);
    },
  );

  await journey.step(
    '7 · two others propose, a third one spams',
    {
      at: [providerB],
      mails: [
        [client, 'proposal_received'],
        [client, 'proposal_received'],
      ],
    },
    async () => {
      await proposing.proposes(providerB, world.jobId, proposing.inOnePart('90000', '90,000'));
      await proposing.proposes(providerC, world.jobId, proposing.inOnePart('140000', '1,40,000'));
      await proposing.spams(spammer, world.jobId);
    },
  );

  await journey.step(
    '8 · the client compares, shortlists and declines',
    { at: [client, providerC], mails: [[providerC, 'proposal_declined']] },
    async () => {
      await proposing.compares(world);
      await proposing.readsReason(providerC);
    },
  );

  await journey.step(
    '11 · both sign',
    {
      at: [client, provider],
      mails: [
        [provider, 'contract_offer'],
        [client, 'contract_signed'],
        [provider, 'contract_signed'],
      ],
    },
    () => sign(world),
  );

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
      async () => void (await sandbox.passDays(days)),
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

  let payoutId = '';
  await journey.step(
    '17 · the provider asks for it',
    { at: [provider], mails: [[provider, 'payout_requested']] },
    async () => {
      await asksForPayout(provider);
      payoutId = await onlyPayout(provider);
    },
  );

  await journey.step('18 · one of finance prepares', { at: [maker] }, () =>
    prepares(maker, provider, payoutId),
  );

  await journey.step(
    '18 · another approves, and the bank pays',
    { at: [checker, provider], mails: [[provider, 'payout_paid']] },
    async () => {
      await approves(checker, provider);
      await bankAgrees(journey, payoutId);
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

  process.stdout.write(`${await journey.end()}\n`);
});
