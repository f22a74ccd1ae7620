import type { Journey } from '../journey';
import type { Case } from './case';
import * as deciding from './deciding';
import * as opening from './opening';

/** D1 to D6: from a claim on the second milestone to the money, over a ruling and an appeal. */
export async function untilDecided(journey: Journey, dispute: Case): Promise<void> {
  const { mediator, lead, panel, world } = dispute;
  const { client, provider } = world;
  const [second, third] = panel;

  await journey.step(
    'D1 · the client disputes the second milestone',
    { at: [client, provider], mails: [[provider, 'dispute_opened']] },
    () => opening.opens(dispute),
  );

  await journey.step(
    'D2 · the provider answers, proves and offers',
    {
      at: [client, provider],
      mails: [
        [client, 'dispute_answered'],
        // What is written and its file are two pieces of evidence, and told as one.
        [client, 'dispute_evidence_added'],
        [client, 'dispute_offer_made'],
      ],
    },
    async () => {
      await opening.answers(dispute, 'Everything of the plan is there; two screens were changed.');
      await opening.addsEvidence(dispute);
      await opening.countersAtEighty(dispute);
      await opening.seeTheSame(dispute);
    },
  );

  await journey.step('D3 · they do not agree', { at: [client, provider] }, () =>
    opening.failsToAgree(dispute),
  );

  await journey.step(
    'D4 · the mediator rules on the effect that is shown',
    {
      at: [mediator],
      mails: [
        [lead, 'approval_requested'],
        [third, 'approval_requested'],
      ],
    },
    async () => {
      await deciding.takes(dispute, 'The tablets of the reception are old; I asked nobody yet.');
      await deciding.rules(dispute);
    },
  );

  await journey.step(
    'D5 · a second person approves, both read why',
    {
      at: [lead, client, provider],
      mails: [
        [mediator, 'approval_granted'],
        [client, 'dispute_ruling'],
        [provider, 'dispute_ruling'],
      ],
    },
    () => deciding.approves(dispute),
  );

  await journey.step(
    'D6 · the provider appeals, a panel of two is chosen',
    { at: [provider, lead], mails: [[client, 'dispute_appealed']] },
    async () => {
      await opening.appeals(dispute, 'The tablets were never part of the plan.');
      await provider.reads('disputes.next.appealed.theirs.heading');
      await deciding.choosesPanel(dispute);
    },
  );

  await journey.step(
    'D6 · the panel upholds it, and the money moves',
    {
      at: [second, client, provider],
      mails: [client, provider].flatMap((side) => [
        [side, 'dispute_appeal_decided'] as const,
        [side, 'dispute_executed'] as const,
      ]),
    },
    async () => {
      await deciding.upholds(dispute, second);
      await deciding.upholds(dispute, third);
      await deciding.isCarriedOut(dispute, journey);
    },
  );
}
