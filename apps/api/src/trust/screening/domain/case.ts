import { caseChecks, type CaseState, type Disposition, type ResolveCase } from '@wire/screening';
import { reject } from '@kernel/reject';

/** Two people have to want what says that somebody is the listed one, and what lets one go again. */
export const needsSecond = (disposition: Disposition): boolean =>
  disposition === 'true_match' || disposition === 'requirements_not_met';

/** Everything was looked at and nobody decided before. */
export function mayResolve(state: CaseState, { checklist }: ResolveCase): void {
  if (state === 'resolved' || state === 'second_look') reject('screening.already_resolved');
  if (!caseChecks.every((check) => checklist.includes(check)))
    reject('screening.checklist_incomplete');
}

/** What is remembered as two different people, until the entry changes. */
export const clears = (disposition: Disposition): boolean =>
  disposition === 'false_positive' || disposition === 'requirements_met';
