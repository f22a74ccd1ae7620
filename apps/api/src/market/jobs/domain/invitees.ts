import { reject } from '@kernel/reject';
import { strangers, type Job } from './job';

export type NotInvited = 'already_invited' | 'proposed' | 'suspended' | 'gone' | 'own' | 'full';

/** What is known of somebody whom the client would like to ask. */
export interface Invitee {
  readonly id: string;
  readonly isProvider: boolean;
  readonly isSuspended: boolean;
  readonly isInvited: boolean;
  readonly hasProposed: boolean;
}

/** More than so many are not asked to one job. */
export const mostInvited = 200;

/** Who of them is asked, and why the others are not. `asked` have been asked before. */
export function invite(
  job: Job,
  by: string,
  invitees: readonly Invitee[],
  asked: number,
): { invited: string[]; skipped: { id: string; why: NotInvited }[] } {
  if (job.clientId !== by) strangers(job);
  if (job.status !== 'published') reject('jobs.not_open');
  const invited: string[] = [];
  const skipped: { id: string; why: NotInvited }[] = [];
  for (const one of invitees) {
    const why = asked + invited.length < mostInvited ? whyNot(one, by) : 'full';
    if (why) skipped.push({ id: one.id, why });
    else invited.push(one.id);
  }
  return { invited, skipped };
}

function whyNot(one: Invitee, by: string): NotInvited | null {
  if (one.id === by) return 'own';
  if (!one.isProvider) return 'gone';
  if (one.isSuspended) return 'suspended';
  if (one.hasProposed) return 'proposed';
  return one.isInvited ? 'already_invited' : null;
}
