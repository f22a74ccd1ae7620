import { expect } from '@playwright/test';
import { ask, pdf, png } from '../j1/world';
import { amount, begins, open } from '../pages';
import type { Person } from '../person';
import type { Case } from './case';

const page = ({ disputeId }: Case) => `/disputes/${disputeId}`;

/** D1: what follows is shown before anything is opened; then the money is frozen for both. */
export async function opens(dispute: Case): Promise<void> {
  const { client, provider, contractId } = dispute.world;
  await open(client, `/contracts/${contractId}`);
  await client.link('contracts.openDispute').click();
  const way = client.page.getByRole('list', { name: client.say('ui.dispute.way.label') });
  for (const words of [
    client.say('ui.dispute.businessDays', { count: 5 }),
    client.say('ui.dispute.default.opener_claim'),
  ])
    await expect(way).toContainText(words);
  for (const kind of ['terms', 'delivery', 'payment'])
    await client.sees(client.say(`disputes.open.packedKinds.${kind}`));
  await client.page
    .getByRole('radio', { name: begins(client.say('ui.dispute.categories.quality')) })
    .check();
  await client.field('disputes.open.reason').fill('Four of the nine screens fail on the tablets.');
  await client.button('ui.dispute.split.go.50').click();
  for (const line of ['₹26,460.00', '₹31,062.00'])
    await expect(amount(line, client.page)).toBeVisible();
  await client.attach([png('failing-screen.png')]);
  await client.button('disputes.open.verb').click();
  await client.page.waitForURL(/\/disputes\/[0-9a-f-]{36}$/);
  dispute.disputeId = client.page.url().split('/').at(-1) ?? '';
  await client.reads('disputes.next.evidence.theirs.heading', { owner: provider.name });
  for (const person of [client, provider]) {
    await open(person, `/contracts/${contractId}`);
    await person.sees(person.say('contracts.frozen'));
  }
}

/** D2: the other side answers and proves it. */
export async function answers(dispute: Case, words: string): Promise<void> {
  const { provider } = dispute.world;
  await provider.link('contracts.next.dispute.verb').click();
  await provider.reads('disputes.next.evidence.mine.heading');
  await says(provider, 'answer', words);
  await provider.reads('disputes.next.negotiation.mine.heading');
}

export async function addsEvidence(dispute: Case): Promise<void> {
  const { provider } = dispute.world;
  await says(provider, 'add_evidence', 'The acceptance list, signed on site.', 'acceptance.pdf');
  await expect(provider.page.getByText('acceptance.pdf').first()).toBeVisible();
}

async function says(
  person: Person,
  what: 'answer' | 'add_evidence' | 'appeal',
  words: string,
  file?: string,
): Promise<void> {
  await person.button(`disputes.actions.${what}`).click();
  const dialog = person.dialog(`disputes.say.${what}.heading`);
  await person.field(`disputes.say.${what}.text`, {}, dialog).fill(words);
  if (file) await person.attach([pdf(file)], dialog);
  await dialog
    .getByRole('button', { name: person.say(`disputes.say.${what}.verb`), exact: true })
    .click();
  await expect(dialog).toBeHidden();
}
export const appeals = ({ world }: Case, grounds: string): Promise<void> =>
  says(world.provider, 'appeal', grounds);

/** D2: the slider is moved by the keyboard, from the claim of half to eighty percent. */
export async function countersAtEighty(dispute: Case): Promise<void> {
  const { provider } = dispute.world;
  await provider.button('disputes.actions.offer').click();
  const dialog = provider.dialog('disputes.offer.heading');
  const slider = dialog.getByRole('slider');
  await slider.focus();
  for (let presses = 0; presses < 3; presses += 1) await slider.press('PageUp');
  await expect(slider).toHaveValue('80');
  for (const line of ['48,000.00', '4,800.00', '864.00', '42,336.00', '12,424.80'])
    await expect(amount(line, dialog)).toBeVisible();
  await dialog.getByRole('button', { name: /48,000/ }).click();
  await expect(dialog).toBeHidden();
}

interface File {
  readonly evidence: readonly { sha256: string }[];
  readonly offers: readonly { allocations: unknown }[];
}

/** Both see the same case file, to the hash. */
export async function seeTheSame(dispute: Case): Promise<void> {
  const { client, provider } = dispute.world;
  const [one, other] = await Promise.all(
    [client, provider].map((person) => ask<File>(person, page(dispute))),
  );
  expect(one?.evidence).toEqual(other?.evidence);
  expect(one?.offers).toEqual(other?.offers);
  expect(one?.evidence.length).toBeGreaterThan(4);
  await open(client, page(dispute));
  await client.sees('The acceptance list, signed on site.');
}

/** D3: the offer is declined, both have said all, a mediator is asked for. */
export async function failsToAgree(dispute: Case): Promise<void> {
  const { client, provider } = dispute.world;
  await client.button('disputes.decline.verb').click();
  await confirms(client, 'disputes.decline.heading', 'disputes.decline.verb');
  await client.sees(client.say('ui.dispute.offers.states.declined'));
  await does(client, 'escalate');
  await client.reads('disputes.next.mediation.theirs.heading');
  await does(client, 'close_evidence');
  await open(provider, page(dispute));
  await does(provider, 'close_evidence');
}

async function does(person: Person, action: 'escalate' | 'close_evidence'): Promise<void> {
  await person.button(`disputes.actions.${action}`).click();
  await confirms(person, `disputes.ask.${action}.heading`, `disputes.actions.${action}`);
  await expect(person.button(`disputes.actions.${action}`)).toHaveCount(0);
}

async function confirms(person: Person, heading: string, verb: string): Promise<void> {
  const dialog = person.dialog(heading);
  await dialog.getByRole('button', { name: person.say(verb), exact: true }).click();
}
