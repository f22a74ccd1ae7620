import {
  createActionGroup,
  createFeature,
  createReducer,
  emptyProps,
  on,
  props,
} from '@ngrx/store';
import type { Money } from '@money';
import type { ContractView } from '@wire/contracts';
import type { DeliverMilestone, Released, RequestChanges } from '@wire/escrow';
import type { Checkout, DepositView } from '@wire/payments';
import type { Problem } from '@ui/app/problem';
import type { Place } from './escrow.api';

export const EscrowActions = createActionGroup({
  source: 'Escrow',
  events: {
    Opened: props<{ contractId: string }>(),
    Left: emptyProps(),
    Came: props<{ contract: ContractView }>(),
    Missed: props<{ problem: Problem }>(),
    Pay: props<{ place: Place; key: string }>(),
    /** The browser leaves for the gateway with these fields. */
    'Checkout Ready': props<{ checkout: Checkout }>(),
    'Follow Deposit': props<{ depositId: string; contractId: string }>(),
    'Deposit Seen': props<{ deposit: DepositView }>(),
    'Deposit Slow': emptyProps(),
    'Try Again': emptyProps(),
    Deliver: props<{ place: Place; input: DeliverMilestone }>(),
    'Request Changes': props<{ place: Place; input: RequestChanges }>(),
    Release: props<{ place: Place; amount: Money; key: string }>(),
    Delivered: emptyProps(),
    'Changes Requested': emptyProps(),
    Released: props<{ receipt: Released }>(),
    Refused: props<{ problem: Problem }>(),
    'Problem Read': emptyProps(),
  },
});

interface EscrowState {
  contract: ContractView | null;
  /** The page itself could not be shown. */
  missed: Problem | null;
  deposit: DepositView | null;
  /** The gateway has not said anything for a while. */
  slow: boolean;
  busy: boolean;
  problem: Problem | null;
}
const nothingYet: EscrowState = {
  contract: null,
  missed: null,
  deposit: null,
  slow: false,
  busy: false,
  problem: null,
};
const busy = (state: EscrowState): EscrowState => ({ ...state, busy: true, problem: null });
const done = (state: EscrowState): EscrowState => ({ ...state, busy: false, problem: null });

export const escrowFeature = createFeature({
  name: 'escrow',
  reducer: createReducer(
    nothingYet,
    on(EscrowActions.opened, (state, { contractId }) => ({
      ...nothingYet,
      contract: state.contract?.id === contractId ? state.contract : null,
    })),
    on(EscrowActions.came, (state, { contract }) => ({ ...state, contract, missed: null })),
    on(EscrowActions.missed, (state, { problem }) => ({ ...state, missed: problem })),
    on(EscrowActions.pay, EscrowActions.deliver, EscrowActions.requestChanges, busy),
    on(EscrowActions.release, busy),
    on(EscrowActions.depositSeen, (state, { deposit }) => ({ ...state, deposit })),
    on(EscrowActions.depositSlow, (state) => ({ ...state, slow: true })),
    on(EscrowActions.tryAgain, (state) => ({ ...done(state), deposit: null, slow: false })),
    on(EscrowActions.delivered, EscrowActions.changesRequested, EscrowActions.released, done),
    on(EscrowActions.refused, (state, { problem }) => ({ ...state, busy: false, problem })),
    on(EscrowActions.problemRead, (state) => ({ ...state, problem: null })),
  ),
});
