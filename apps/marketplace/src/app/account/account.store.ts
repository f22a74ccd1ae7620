import type { Viewer } from '@wire/accounts';
import {
  createActionGroup,
  createFeature,
  createReducer,
  emptyProps,
  on,
  props,
} from '@ngrx/store';
import type { ChangeProfile, OwnProfile } from '@wire/profiles';
import type { Problem } from '@ui/app/problem';
import { answered, asked, refused, type Remote, unasked } from '@ui/app/remote';
import type { ChangeAccount } from './account.api';

export const AccountPages = createActionGroup({
  source: 'Settings',
  events: {
    Opened: emptyProps(),
    'Profile Opened': emptyProps(),
    'Change Profile': props<{ profile: ChangeProfile }>(),
    'Change Account': props<{ account: ChangeAccount }>(),
    'Add Phone': props<{ phone: string }>(),
    'Verify Phone': props<{ code: string }>(),
    'Other Phone': emptyProps(),
  },
});
export const AccountAnswered = createActionGroup({
  source: 'Settings API',
  events: {
    Profile: props<{ profile: OwnProfile }>(),
    'Profile Refused': props<{ problem: Problem }>(),
    'Profile Changed': props<{ profile: OwnProfile }>(),
    'Account Changed': props<{ viewer: Viewer }>(),
    'Code Sent': props<{ phone: string }>(),
    'Phone Verified': props<{ viewer: Viewer }>(),
    Refused: props<{ problem: Problem }>(),
  },
});

/** Refused while a number was being proved, and said beside it. */
export const isOfPhone = (problem: Problem | null): boolean =>
  /^accounts\.(code|phone)_/.test(problem?.code ?? '');

interface AccountState {
  profile: Remote<OwnProfile>;
  busy: boolean;
  problem: Problem | null;
  /** The number that waits for its code. */
  phone: string;
}
const initial: AccountState = { profile: unasked, busy: false, problem: null, phone: '' };
const sent = (state: AccountState): AccountState => ({ ...state, busy: true, problem: null });

export const accountFeature = createFeature({
  name: 'account',
  reducer: createReducer(
    initial,
    on(AccountPages.opened, (state): AccountState => ({ ...state, problem: null, busy: false })),
    on(AccountPages.profileOpened, (state): AccountState => {
      return { ...state, problem: null, profile: asked(state.profile) };
    }),
    on(AccountAnswered.profile, (state, { profile }): AccountState => {
      return { ...state, profile: answered(profile) };
    }),
    on(AccountAnswered.profileRefused, (state, { problem }): AccountState => {
      return { ...state, profile: refused(state.profile, problem) };
    }),
    on(
      AccountPages.changeProfile,
      AccountPages.changeAccount,
      AccountPages.addPhone,
      AccountPages.verifyPhone,
      sent,
    ),
    on(AccountAnswered.profileChanged, (state, { profile }): AccountState => {
      return { ...state, busy: false, profile: answered(profile) };
    }),
    on(AccountAnswered.accountChanged, (state): AccountState => ({ ...state, busy: false })),
    on(AccountAnswered.codeSent, (state, { phone }): AccountState => {
      return { ...state, busy: false, phone };
    }),
    on(AccountAnswered.phoneVerified, AccountPages.otherPhone, (state): AccountState => {
      return { ...state, busy: false, problem: null, phone: '' };
    }),
    on(AccountAnswered.refused, (state, { problem }): AccountState => {
      return { ...state, busy: false, problem };
    }),
  ),
});
