import {
  createActionGroup,
  createFeature,
  createReducer,
  emptyProps,
  on,
  props,
} from '@ngrx/store';
import type { Problem } from '@ui/app/problem';

export const DeadLettersPage = createActionGroup({
  source: 'Dead letters page',
  events: {
    Opened: emptyProps(),
    Replayed: props<{ queue: string; ids: readonly string[] }>(),
  },
});
export const QueuesApiAnswered = createActionGroup({
  source: 'Queues API',
  events: {
    Done: props<{ id: string }>(),
    Refused: props<{ id: string; problem: Problem }>(),
    Finished: emptyProps(),
  },
});

/** How one letter fared; a replay of all goes on past a letter that fails. */
export type Outcome =
  | { readonly status: 'waiting' }
  | { readonly status: 'done' }
  | { readonly status: 'refused'; readonly problem: Problem };
interface QueuesState {
  busy: boolean;
  outcomes: Readonly<Record<string, Outcome>>;
}
const idle: QueuesState = { busy: false, outcomes: {} };

const settle = (state: QueuesState, id: string, outcome: Outcome): QueuesState => ({
  ...state,
  outcomes: { ...state.outcomes, [id]: outcome },
});

export const queuesFeature = createFeature({
  name: 'queues',
  reducer: createReducer(
    idle,
    on(DeadLettersPage.opened, () => idle),
    on(DeadLettersPage.replayed, (state, { ids }): QueuesState => {
      const waiting: Outcome = { status: 'waiting' };
      const asked = Object.fromEntries(ids.map((id) => [id, waiting]));
      return { busy: true, outcomes: { ...state.outcomes, ...asked } };
    }),
    on(QueuesApiAnswered.done, (state, { id }) => settle(state, id, { status: 'done' })),
    on(QueuesApiAnswered.refused, (state, { id, problem }) =>
      settle(state, id, { status: 'refused', problem }),
    ),
    on(QueuesApiAnswered.finished, (state): QueuesState => ({ ...state, busy: false })),
  ),
});
