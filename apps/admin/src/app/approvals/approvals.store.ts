import {
  createActionGroup,
  createFeature,
  createReducer,
  emptyProps,
  on,
  props,
} from '@ngrx/store';
import type { Problem } from '@ui/app/problem';
import type { Verdict } from './approvals.api';

export const ApprovalActions = createActionGroup({
  source: 'Approval page',
  events: {
    Opened: emptyProps(),
    Decided: props<{ id: string; verdict: Verdict; payloadHash: string; comment: string }>(),
    Done: props<{ verdict: Verdict }>(),
    Refused: props<{ problem: Problem }>(),
  },
});

interface ApprovalsState {
  /** What is under way; its button waits. */
  busy: Verdict | null;
  problem: Problem | null;
}
const idle: ApprovalsState = { busy: null, problem: null };

export const approvalsFeature = createFeature({
  name: 'approvals',
  reducer: createReducer(
    idle,
    on(ApprovalActions.opened, () => idle),
    on(ApprovalActions.decided, (_state, { verdict }): ApprovalsState => ({
      busy: verdict,
      problem: null,
    })),
    on(ApprovalActions.done, () => idle),
    on(ApprovalActions.refused, (_state, { problem }): ApprovalsState => ({
      busy: null,
      problem,
    })),
  ),
});
