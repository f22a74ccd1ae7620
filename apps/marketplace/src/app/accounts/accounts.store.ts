import {
  createActionGroup,
  createFeature,
  createReducer,
  emptyProps,
  on,
  props,
} from '@ngrx/store';
import type { RegisterAccount, Viewer } from '@wire/accounts';
import type { Problem } from '@ui/app/problem';

export const AccountPages = createActionGroup({
  source: 'Account pages',
  events: {
    Opened: emptyProps(),
    'Log In': props<{ email: string; password: string; next: string | undefined }>(),
    Register: props<{ account: RegisterAccount }>(),
    'Verify Link': props<{ token: string }>(),
    'Verify Code': props<{ email: string; code: string }>(),
    Resend: props<{ email: string }>(),
    'Add Phone': props<{ phone: string }>(),
    'Verify Phone': props<{ code: string }>(),
    'Other Phone': emptyProps(),
  },
});
export const AccountsAnswered = createActionGroup({
  source: 'Accounts API',
  events: {
    'Logged In': props<{ viewer: Viewer; next: string | undefined }>(),
    'Factor Asked': props<{ next: string | undefined }>(),
    Registered: props<{ email: string }>(),
    'Email Verified': props<{ viewer: Viewer }>(),
    Resent: emptyProps(),
    'Phone Code Sent': props<{ phone: string }>(),
    'Phone Verified': props<{ viewer: Viewer }>(),
    Refused: props<{ problem: Problem }>(),
  },
});

interface AccountsState {
  busy: boolean;
  problem: Problem | null;
  /** Waits for its code; kept so that the verification page knows whose mail it is. */
  email: string;
  phone: string;
}
const fresh: AccountsState = { busy: false, problem: null, email: '', phone: '' };
const sent = (state: AccountsState): AccountsState => ({ ...state, busy: true, problem: null });
const answered = (state: AccountsState): AccountsState => ({ ...state, busy: false });

export const accountsFeature = createFeature({
  name: 'accounts',
  reducer: createReducer(
    fresh,
    on(AccountPages.opened, (state): AccountsState => ({ ...state, busy: false, problem: null })),
    on(
      AccountPages.logIn,
      AccountPages.register,
      AccountPages.verifyLink,
      AccountPages.verifyCode,
      AccountPages.resend,
      AccountPages.addPhone,
      AccountPages.verifyPhone,
      sent,
    ),
    on(AccountPages.otherPhone, (state): AccountsState => ({ ...state, phone: '', problem: null })),
    on(AccountsAnswered.registered, (state, { email }): AccountsState => {
      return { ...answered(state), email };
    }),
    on(AccountsAnswered.phoneCodeSent, (state, { phone }): AccountsState => {
      return { ...answered(state), phone };
    }),
    on(
      AccountsAnswered.loggedIn,
      AccountsAnswered.factorAsked,
      AccountsAnswered.emailVerified,
      AccountsAnswered.phoneVerified,
      AccountsAnswered.resent,
      answered,
    ),
    on(AccountsAnswered.refused, (state, { problem }): AccountsState => {
      return { ...answered(state), problem };
    }),
  ),
});
