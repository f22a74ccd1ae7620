import {
  createActionGroup,
  createFeature,
  createReducer,
  emptyProps,
  on,
  props,
} from '@ngrx/store';
import type { Money } from '@money';
import type { DepositView } from '@wire/payments';
import type { AddBankAccount, BankAccount, PayoutView, RequestPayout } from '@wire/payouts';
import type { EntryProof, StatementRow, WalletView } from '@wire/wallet';
import type { Problem } from '@ui/app/problem';
import type { StatementFilter } from './wallet.api';

export type Deed = 'payout' | 'bank' | 'refund';

export const WalletActions = createActionGroup({
  source: 'Wallet',
  events: {
    /** `accountId`: the wallet is asked for again on every hint about the account. */
    Opened: props<{ accountId: string }>(),
    'Payouts Opened': props<{ accountId: string }>(),
    Left: emptyProps(),
    Came: props<{ wallet: WalletView }>(),
    Missed: props<{ problem: Problem }>(),
    'Statement Asked': props<{ filter: StatementFilter }>(),
    'More Asked': props<{ filter: StatementFilter; after: string }>(),
    'Statement Came': props<{
      rows: readonly StatementRow[];
      next: string | null;
      more: boolean;
    }>(),
    'Proof Asked': props<{ entryId: string }>(),
    'Proof Came': props<{ proof: EntryProof }>(),
    'Proof Missed': props<{ problem: Problem }>(),
    'Banks Came': props<{ banks: readonly BankAccount[] }>(),
    'Payouts Came': props<{ payouts: readonly PayoutView[] }>(),
    'Deposits Asked': emptyProps(),
    'Deposits Came': props<{ deposits: readonly DepositView[] }>(),
    'Add Bank': props<{ input: AddBankAccount }>(),
    'Request Payout': props<{ input: RequestPayout; key: string }>(),
    Refund: props<{ depositId: string; amount: Money; reason: string; key: string }>(),
    Done: props<{ deed: Deed }>(),
    Refused: props<{ problem: Problem }>(),
    'Problem Read': emptyProps(),
  },
});

interface WalletState {
  wallet: WalletView | null;
  missed: Problem | null;
  /** Undefined until the first answer. */
  rows: readonly StatementRow[] | undefined;
  next: string | null;
  loadingMore: boolean;
  proof: EntryProof | null;
  proofMissed: Problem | null;
  banks: readonly BankAccount[] | undefined;
  payouts: readonly PayoutView[] | undefined;
  deposits: readonly DepositView[] | undefined;
  busy: Deed | null;
  problem: Problem | null;
}
const nothingYet: WalletState = {
  wallet: null,
  missed: null,
  rows: undefined,
  next: null,
  loadingMore: false,
  proof: null,
  proofMissed: null,
  banks: undefined,
  payouts: undefined,
  deposits: undefined,
  busy: null,
  problem: null,
};
const doing =
  (busy: Deed) =>
  (state: WalletState): WalletState => ({ ...state, busy, problem: null });
const fresh = (state: WalletState): WalletState => ({
  ...state,
  missed: null,
  problem: null,
  busy: null,
});

export const walletFeature = createFeature({
  name: 'wallet',
  reducer: createReducer(
    nothingYet,
    on(WalletActions.opened, WalletActions.payoutsOpened, fresh),
    on(WalletActions.came, (state, { wallet }) => ({ ...state, wallet, missed: null })),
    on(WalletActions.missed, (state, { problem }) => ({
      ...state,
      missed: problem,
      loadingMore: false,
    })),
    on(WalletActions.statementAsked, (state) => ({
      ...fresh(state),
      rows: undefined,
      proof: null,
      proofMissed: null,
    })),
    on(WalletActions.moreAsked, (state) => ({ ...state, loadingMore: true })),
    on(WalletActions.statementCame, (state, { rows, next, more }) => ({
      ...state,
      rows: more ? [...(state.rows ?? []), ...rows] : rows,
      next,
      loadingMore: false,
    })),
    on(WalletActions.proofAsked, (state) => ({ ...state, proof: null, proofMissed: null })),
    on(WalletActions.proofCame, (state, { proof }) => ({ ...state, proof })),
    on(WalletActions.proofMissed, (state, { problem }) => ({ ...state, proofMissed: problem })),
    on(WalletActions.banksCame, (state, { banks }) => ({ ...state, banks })),
    on(WalletActions.payoutsCame, (state, { payouts }) => ({ ...state, payouts })),
    on(WalletActions.depositsCame, (state, { deposits }) => ({ ...state, deposits })),
    on(WalletActions.addBank, doing('bank')),
    on(WalletActions.requestPayout, doing('payout')),
    on(WalletActions.refund, doing('refund')),
    on(WalletActions.done, (state) => ({ ...state, busy: null, problem: null })),
    on(WalletActions.refused, (state, { problem }) => ({ ...state, busy: null, problem })),
    on(WalletActions.problemRead, (state) => ({ ...state, problem: null })),
  ),
});
