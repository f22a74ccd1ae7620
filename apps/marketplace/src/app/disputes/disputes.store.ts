import {
  createActionGroup,
  createFeature,
  createReducer,
  emptyProps,
  on,
  props,
} from '@ngrx/store';
import type { ContractView } from '@wire/contracts';
import type { DisputeView } from '@wire/dispute-case';
import type { DisputeForm, OpenDispute } from '@wire/disputes';
import type { Problem } from '@ui/app/problem';
import type { Deed } from './deeds';

/** What may be disputed, and the contract whose fees say what an outcome means. */
export interface Opening {
  readonly form: DisputeForm;
  readonly contract: ContractView;
}

export const DisputeActions = createActionGroup({
  source: 'Disputes',
  events: {
    'Form Asked': props<{ contractId: string }>(),
    'Form Came': props<{ opening: Opening }>(),
    Open: props<{ input: OpenDispute; key: string }>(),
    'Dispute Opened': props<{ disputeId: string }>(),
    'Case Asked': props<{ disputeId: string }>(),
    Left: emptyProps(),
    'Case Came': props<{ view: DisputeView }>(),
    'Clocks Came': props<{ clocks: DisputeForm['clocks'] }>(),
    Missed: props<{ problem: Problem }>(),
    Act: props<{ disputeId: string; deed: Deed }>(),
    Done: props<{ kind: Deed['kind'] }>(),
    Refused: props<{ problem: Problem }>(),
    'Problem Read': emptyProps(),
  },
});

export interface DisputesState {
  opening: Opening | null;
  view: DisputeView | null;
  clocks: DisputeForm['clocks'] | null;
  /** The page itself could not be shown. */
  missed: Problem | null;
  /** What is under way; its button waits. */
  busy: Deed['kind'] | 'open' | null;
  /** A deed was refused; what was typed is still there. */
  problem: Problem | null;
}
const nothingYet: DisputesState = {
  opening: null,
  view: null,
  clocks: null,
  missed: null,
  busy: null,
  problem: null,
};

export const disputesFeature = createFeature({
  name: 'disputes',
  reducer: createReducer(
    nothingYet,
    on(DisputeActions.formAsked, (state, { contractId }) => ({
      ...nothingYet,
      opening: state.opening?.form.contractId === contractId ? state.opening : null,
    })),
    on(DisputeActions.formCame, (state, { opening }) => ({ ...state, opening, missed: null })),
    /* What was open stays until the fresh one comes, if it is the same dispute. */
    on(DisputeActions.caseAsked, (state, { disputeId }) => ({
      ...nothingYet,
      view: state.view?.id === disputeId ? state.view : null,
      clocks: state.view?.id === disputeId ? state.clocks : null,
    })),
    on(DisputeActions.caseCame, (state, { view }) => ({ ...state, view, missed: null })),
    on(DisputeActions.clocksCame, (state, { clocks }) => ({ ...state, clocks })),
    on(DisputeActions.missed, (state, { problem }) => ({ ...state, missed: problem })),
    on(DisputeActions.open, (state): DisputesState => ({ ...state, busy: 'open', problem: null })),
    on(DisputeActions.act, (state, { deed }) => ({ ...state, busy: deed.kind, problem: null })),
    on(DisputeActions.disputeOpened, (state) => ({ ...state, busy: null })),
    on(DisputeActions.done, (state) => ({ ...state, busy: null, problem: null })),
    on(DisputeActions.refused, (state, { problem }) => ({ ...state, busy: null, problem })),
    on(DisputeActions.problemRead, (state) => ({ ...state, problem: null })),
  ),
});
