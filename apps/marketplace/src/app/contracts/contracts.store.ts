import {
  createActionGroup,
  createFeature,
  createReducer,
  emptyProps,
  on,
  props,
} from '@ngrx/store';
import type { ContractRow, ContractView, OfferContract } from '@wire/contracts';
import type { ProposalView } from '@wire/proposals';
import type { Problem } from '@ui/app/problem';
import type { ContractFilter } from './contracts.api';

/** What is under way on the open contract; its button waits. */
export type Deed = 'sign' | 'decline' | 'withdraw' | 'update' | 'offer';

export const ContractActions = createActionGroup({
  source: 'Contracts',
  events: {
    'List Asked': props<{ filter: ContractFilter }>(),
    'More Asked': props<{ filter: ContractFilter; after: string }>(),
    'List Came': props<{ rows: readonly ContractRow[]; next: string | null; more: boolean }>(),
    'List Failed': props<{ problem: Problem }>(),
    Opened: props<{ contractId: string }>(),
    Left: emptyProps(),
    Came: props<{ view: ContractView }>(),
    Missed: props<{ problem: Problem }>(),
    'Proposal Asked': props<{ proposalId: string }>(),
    'Proposal Came': props<{ proposal: ProposalView }>(),
    Offer: props<{ input: OfferContract }>(),
    Sign: props<{ contractId: string; signature: string }>(),
    Decline: props<{ contractId: string; reason: string }>(),
    Withdraw: props<{ contractId: string }>(),
    'Post Update': props<{ contractId: string; note: string; files: readonly string[] }>(),
    /** `contractId` is where to look now. */
    Done: props<{ deed: Deed; contractId: string }>(),
    Refused: props<{ problem: Problem }>(),
    'Problem Read': emptyProps(),
  },
});

interface ContractsState {
  /** Undefined until the first answer. */
  rows: readonly ContractRow[] | undefined;
  next: string | null;
  loadingMore: boolean;
  listProblem: Problem | null;
  view: ContractView | null;
  proposal: ProposalView | null;
  /** The page itself could not be shown. */
  missed: Problem | null;
  busy: Deed | null;
  /** A deed was refused; what was typed is still there. */
  problem: Problem | null;
}
const nothingYet: ContractsState = {
  rows: undefined,
  next: null,
  loadingMore: false,
  listProblem: null,
  view: null,
  proposal: null,
  missed: null,
  busy: null,
  problem: null,
};

const doing =
  (busy: Deed) =>
  (state: ContractsState): ContractsState => ({ ...state, busy, problem: null });

export const contractsFeature = createFeature({
  name: 'contracts',
  reducer: createReducer(
    nothingYet,
    on(ContractActions.listAsked, (state) => ({ ...state, listProblem: null })),
    on(ContractActions.moreAsked, (state) => ({ ...state, loadingMore: true })),
    on(ContractActions.listCame, (state, { rows, next, more }) => ({
      ...state,
      rows: more ? [...(state.rows ?? []), ...rows] : rows,
      next,
      loadingMore: false,
      listProblem: null,
    })),
    on(ContractActions.listFailed, (state, { problem }) => ({
      ...state,
      loadingMore: false,
      listProblem: problem,
    })),
    /** What was open stays until the fresh one comes, if it is the same contract. */
    on(ContractActions.opened, (state, { contractId }) => ({
      ...state,
      view: state.view?.id === contractId ? state.view : null,
      missed: null,
      problem: null,
      busy: null,
    })),
    on(ContractActions.came, (state, { view }) => ({ ...state, view, missed: null })),
    on(ContractActions.missed, (state, { problem }) => ({ ...state, missed: problem })),
    on(ContractActions.proposalAsked, (state) => ({
      ...state,
      proposal: null,
      missed: null,
      problem: null,
      busy: null,
    })),
    on(ContractActions.proposalCame, (state, { proposal }) => ({ ...state, proposal })),
    on(ContractActions.offer, doing('offer')),
    on(ContractActions.sign, doing('sign')),
    on(ContractActions.decline, doing('decline')),
    on(ContractActions.withdraw, doing('withdraw')),
    on(ContractActions.postUpdate, doing('update')),
    on(ContractActions.done, (state) => ({ ...state, busy: null, problem: null })),
    on(ContractActions.refused, (state, { problem }) => ({ ...state, busy: null, problem })),
    on(ContractActions.problemRead, (state) => ({ ...state, problem: null })),
  ),
});
