import type { ContractRow, ContractView, NextStep } from '@wire/contracts';
import type { Say } from '@ui/app/say';

/** The sentence of the next step: "Review the delivery", "Yusuf delivers". */
export function nextHeading(say: Say, next: NextStep, contract: ContractRow): string {
  return say.it(`contracts.next.${next.kind}.heading`, {
    client: contract.client.name,
    provider: contract.provider.name,
  });
}

/** The verb on the one button, with the money where it moves. */
export const nextVerb = (say: Say, { kind, amount }: NextStep): string =>
  say.it(`contracts.next.${kind}.verb`, { amount: amount ? say.money(amount) : '' });

/** The other side of the table, as the reader sees it; a colleague stands on the side of the client. */
export const otherSide = ({ myRole, client, provider }: ContractView) =>
  myRole === 'client' || myRole === 'colleague' ? provider : client;

/** A side may dispute what is held in escrow and not disputed already. */
export const isDisputable = ({ myRole, milestones }: ContractView): boolean =>
  (myRole === 'client' || myRole === 'provider') &&
  milestones.some(
    ({ state, disputeId }) =>
      !disputeId && (state === 'funded' || state === 'in_review' || state === 'changes_requested'),
  );

/** Milestones are known by their place: 1, 2, 3. */
export function placeOf(view: ContractView, milestoneId: string | null): number | null {
  const at = view.milestones.findIndex(({ id }) => id === milestoneId);
  return at === -1 ? null : at + 1;
}
