import {
  createActionGroup,
  createFeature,
  createReducer,
  emptyProps,
  on,
  props,
} from '@ngrx/store';
import type { Problem } from '@ui/app/problem';
import type { Deed } from './deeds';

export const ConsoleActions = createActionGroup({
  source: 'Dispute console',
  events: {
    Opened: emptyProps(),
    Act: props<{ disputeId: string; deed: Deed }>(),
    /** `waits`: a second person has to look at it before it counts. */
    Done: props<{ kind: Deed['kind']; waits: boolean }>(),
    Refused: props<{ kind: Deed['kind']; problem: Problem }>(),
    'Problem Read': emptyProps(),
  },
});

interface ConsoleState {
  /** What is under way; its button waits. */
  busy: Deed['kind'] | null;
  /** What was refused, and why; it is shown where it was done. */
  refused: { readonly kind: Deed['kind']; readonly problem: Problem } | null;
}
const idle: ConsoleState = { busy: null, refused: null };

export const disputesFeature = createFeature({
  name: 'disputes',
  reducer: createReducer(
    idle,
    on(ConsoleActions.opened, () => idle),
    on(ConsoleActions.act, (_state, { deed }): ConsoleState => ({
      busy: deed.kind,
      refused: null,
    })),
    on(ConsoleActions.done, () => idle),
    on(ConsoleActions.refused, (_state, { kind, problem }): ConsoleState => ({
      busy: null,
      refused: { kind, problem },
    })),
    on(ConsoleActions.problemRead, (state) => ({ ...state, refused: null })),
  ),
});
