import type { TimelineEntry } from '@ui/timeline';

type Look = Pick<TimelineEntry, 'icon' | 'tone'>;

const looks: Record<string, Look> = {
  ChargebackReceived: { icon: 'bank', tone: 'attention' },
  ChargebackPhaseEntered: { icon: 'bank', tone: 'attention' },
  ChargebackEvidenceDue: { icon: 'clock', tone: 'attention' },
  ChargebackEvidenceSubmitted: { icon: 'upload', tone: 'brand' },
  ChargebackUnderReview: { icon: 'eye' },
  ChargebackAlarmRaised: { icon: 'alert', tone: 'danger' },
  ChargebackFundsTaken: { icon: 'scales', tone: 'danger' },
  ChargebackFundsRestored: { icon: 'scales', tone: 'brand' },
  ChargebackWon: { icon: 'check', tone: 'brand' },
  ChargebackLost: { icon: 'close', tone: 'danger' },
};

/** How a step looks on the timeline. */
export const lookOf = (event: string): Look => looks[event] ?? { icon: 'dots' };
