import type { OnboardingTask } from '@wire/onboarding';
import type { Tone } from '@ui/status';

interface Far {
  readonly doneAt: string | null;
  readonly inReview: number;
  readonly overdue: number;
}

/** In one word: what is late comes first, then what somebody has to look at. */
export function standingOf({ doneAt, inReview, overdue }: Far): { word: string; tone: Tone } {
  if (doneAt) return { word: 'done', tone: 'brand' };
  if (overdue > 0) return { word: 'overdue', tone: 'danger' };
  return inReview > 0 ? { word: 'in_review', tone: 'attention' } : { word: 'open', tone: 'info' };
}

export function taskStanding({ state, overdue }: OnboardingTask): { word: string; tone: Tone } {
  if (overdue) return { word: 'overdue', tone: 'danger' };
  const tones = {
    open: 'info',
    in_review: 'attention',
    returned: 'danger',
    done: 'brand',
  } as const;
  return { word: state, tone: tones[state] };
}
