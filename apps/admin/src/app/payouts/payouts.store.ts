import {
  createActionGroup,
  createFeature,
  createReducer,
  emptyProps,
  on,
  props,
} from '@ngrx/store';
import type { Problem } from '@ui/app/problem';
import type { PayoutRow } from './payouts.api';
import type { Decision } from './who-may';

export const PayoutsPage = createActionGroup({
  source: 'Payouts page',
  events: {
    Decided: props<{ decision: Decision; note: string; payouts: readonly PayoutRow[] }>(),
    Closed: emptyProps(),
  },
});
export const PayoutsApiAnswered = createActionGroup({
  source: 'Payouts API',
  events: {
    Done: props<{ id: string }>(),
    Refused: props<{ id: string; problem: Problem }>(),
    Finished: emptyProps(),
  },
});

/** How one payout of a batch fared; the others go on whatever happens to it. */
export type Outcome =
  | { readonly status: 'waiting' }
  | { readonly status: 'done' }
  | { readonly status: 'refused'; readonly problem: Problem };
interface PayoutsState {
  busy: boolean;
  outcomes: Readonly<Record<string, Outcome>>;
}
const idle: PayoutsState = { busy: false, outcomes: {} };

const settle = (state: PayoutsState, id: string, outcome: Outcome): PayoutsState => ({
  ...state,
  outcomes: { ...state.outcomes, [id]: outcome },
});

export const payoutsFeature = createFeature({
  name: 'payouts',
  reducer: createReducer(
    idle,
    on(PayoutsPage.decided, (_state, { payouts }): PayoutsState => {
      const waiting: Outcome = { status: 'waiting' };
      return { busy: true, outcomes: Object.fromEntries(payouts.map(({ id }) => [id, waiting])) };
    }),
    on(PayoutsPage.closed, () => idle),
    on(PayoutsApiAnswered.done, (state, { id }) => settle(state, id, { status: 'done' })),
    on(PayoutsApiAnswered.refused, (state, { id, problem }) =>
      settle(state, id, { status: 'refused', problem }),
    ),
    on(PayoutsApiAnswered.finished, (state): PayoutsState => ({ ...state, busy: false })),
  ),
});
