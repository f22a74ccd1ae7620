import type { DisputeCategory } from '@wire/disputes';

export interface Course {
  /** How far the dispute got by today. */
  readonly until:
    | 'evidence'
    | 'negotiation'
    | 'mediation'
    | 'recommended'
    | 'ruling_proposed'
    | 'decided'
    | 'appealed'
    | 'deciding'
    | 'executed'
    | 'executed_by_offer'
    | 'withdrawn';
  /** What a ruling gives to the provider, in percent. */
  readonly share: number;
}

/** Together they cover every state that a dispute can be seen in; the largest amounts go first. */
export const courses: readonly Course[] = [
  { until: 'ruling_proposed', share: 60 },
  { until: 'executed', share: 70 },
  { until: 'evidence', share: 0 },
  { until: 'negotiation', share: 0 },
  { until: 'executed_by_offer', share: 0 },
  { until: 'mediation', share: 0 },
  { until: 'recommended', share: 0 },
  { until: 'decided', share: 40 },
  { until: 'appealed', share: 30 },
  { until: 'deciding', share: 90 },
  { until: 'withdrawn', share: 0 },
  { until: 'executed', share: 25 },
];

interface Grievance {
  readonly category: DisputeCategory;
  readonly reason: string;
}

export const grievances: readonly [Grievance, ...Grievance[]] = [
  {
    category: 'quality',
    reason: 'Three of the nine screens cannot be used on phones, which the plan names.',
  },
  {
    category: 'scope',
    reason: 'The second language is missing; we agreed on two in the first milestone.',
  },
  { category: 'delay', reason: 'It came eleven days after the day in the contract.' },
  { category: 'not_delivered', reason: 'Since the first update there was no word and no file.' },
];
