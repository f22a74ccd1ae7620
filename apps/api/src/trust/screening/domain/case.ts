import { caseChecks, type CaseState, type Disposition, type ResolveCase } from '@wire/screening';
import { reject } from '@kernel/reject';
import { isOnlyPep } from './pep';

/**
 * Two people have to want what says that somebody is the listed one, and that business goes on with
 * somebody in public office.
 */
export const needsSecond = (disposition: Disposition): boolean =>
  ['true_match', 'requirements_not_met', 'enhanced_due_diligence'].includes(disposition);

/** Everything was looked at and nobody decided before. */
export function mayResolve(
  state: CaseState,
  { checklist, disposition }: ResolveCase,
  entryIds: readonly string[],
): void {
  if (state === 'resolved' || state === 'second_look') reject('screening.already_resolved');
  if (!caseChecks.every((check) => checklist.includes(check)))
    reject('screening.checklist_incomplete');
  // Whoever is on a list of an authority is not merely watched.
  if (disposition === 'enhanced_due_diligence' && !isOnlyPep(entryIds)) reject('screening.not_pep');
}

/** What is not raised again until the entry changes: another person, or one who is known by now. */
export const clears = (disposition: Disposition): boolean =>
  ['false_positive', 'requirements_met', 'enhanced_due_diligence'].includes(disposition);
