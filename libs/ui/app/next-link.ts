import type { NextStep } from '@wire/contracts';

/** Where the next step of a contract is done: its page, or the contract itself. */
export function nextLink(
  contractId: string,
  { kind, milestoneId, disputeId, mine }: NextStep,
): string[] {
  const contract = ['/contracts', contractId];
  if (disputeId && kind === 'dispute') return ['/disputes', disputeId];
  if (!mine) return contract;
  if (kind === 'rate') return [...contract, 'review-partner'];
  const onMilestone = kind === 'fund' || kind === 'deliver' || kind === 'review';
  return onMilestone && milestoneId ? [...contract, kind, milestoneId] : contract;
}
