import type { DisputeForm, disputeStep, Side } from '@wire/disputes';
import type * as z from 'zod';

export type Step = z.infer<typeof disputeStep>;
type Clocks = DisputeForm['clocks'];

/** One step of the way a dispute goes. */
export interface WayStep {
  readonly id: 'evidence' | 'negotiation' | 'mediation' | 'decided' | 'executed';
  readonly owner: Step['owner'];
  readonly defaultOutcome: Step['defaultOutcome'];
  /** How long it lasts; business days where the clock stops at weekends. */
  readonly lasts: { readonly days: number; readonly business: boolean } | null;
  readonly deadline: string | null;
}

const placeOf: Record<Step['state'], WayStep['id'] | 'done'> = {
  evidence: 'evidence',
  negotiation: 'negotiation',
  mediation: 'mediation',
  ruling_proposed: 'mediation',
  decided: 'decided',
  appealed: 'decided',
  final: 'executed',
  settled: 'executed',
  executed: 'done',
  withdrawn: 'done',
};
export const currentOf = ({ state }: Pick<Step, 'state'>): string => placeOf[state];

/**
 * The whole way of a dispute: who acts on each step, how long, and what happens if nobody does. The
 * step that it stands on says what the server says of it.
 */
export function wayOf(openedBy: Side, clocks: Clocks | null, now: Step | null): WayStep[] {
  const lasts = (days: number | undefined, business = false) =>
    days === undefined ? null : { days, business };
  const way: WayStep[] = [
    {
      id: 'evidence',
      owner: openedBy === 'client' ? 'provider' : 'client',
      defaultOutcome: 'opener_claim',
      lasts: lasts(clocks?.answerBusinessDays, true),
      deadline: null,
    },
    {
      id: 'negotiation',
      owner: 'both',
      defaultOutcome: 'mediation',
      lasts: lasts(clocks?.negotiationBusinessDays, true),
      deadline: null,
    },
    {
      id: 'mediation',
      owner: 'mediator',
      defaultOutcome: 'equal_split',
      lasts: lasts(clocks?.mediationDays),
      deadline: null,
    },
    {
      id: 'decided',
      owner: 'both',
      defaultOutcome: 'decision_stands',
      lasts: lasts(clocks?.appealDays),
      deadline: null,
    },
    { id: 'executed', owner: 'nobody', defaultOutcome: 'none', lasts: null, deadline: null },
  ];
  if (!now) return way;
  const { owner, defaultOutcome, deadline } = now;
  return way.map((step) =>
    step.id === currentOf(now) ? { ...step, owner, defaultOutcome, deadline } : step,
  );
}
