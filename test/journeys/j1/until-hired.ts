import type { Journey } from '../journey';
import { provesPhone, savesSearch, searchesAsGuest, signsUp, writesProfile } from './arriving';
import { sign } from './hiring';
import { agrees, comesToApprove, foundsOrganisation } from './organising';
import { asksToPublish, seesMatches, writesJob } from './posting';
import * as proposing from './proposing';
import type { World } from './world';

/** J1, steps 1 to 11: from a search to a contract that both have signed. */
export async function untilHired(journey: Journey, world: World): Promise<void> {
  const { client, approver, provider, providerB, providerC, spammer } = world;

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

  await journey.step(
    '2 · the client founds an organisation, and somebody comes who approves',
    {
      at: [client, approver],
      mails: [
        [approver, 'verify_email'],
        [approver, 'welcome'],
        [approver, 'org_invitation'],
      ],
    },
    async () => {
      await signsUp(approver, 'client');
      await foundsOrganisation(world);
      await comesToApprove(world);
    },
  );

  await journey.step('3 · the client writes the job', { at: [client] }, () => writesJob(client));

  await journey.step(
    '4 · the job is above a limit, and another member agrees',
    {
      at: [client, approver],
      mails: [
        [approver, 'org_spending_asked'],
        [provider, 'invitation'],
        [providerC, 'saved_search_hit'],
      ],
    },
    async () => {
      await asksToPublish(world);
      await agrees(world);
    },
  );

  await journey.step('5 · the best are invited', { at: [client] }, () => seesMatches(world));

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
}
