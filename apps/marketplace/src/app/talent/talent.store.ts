import { createActionGroup, createFeature, createReducer, on, props } from '@ngrx/store';
import type { PublicProfile } from '@wire/profiles';
import type { Problem } from '@ui/app/problem';
import { answered, asked, refused, type Remote, unasked } from '@ui/app/remote';

export const TalentActions = createActionGroup({
  source: 'Talent',
  events: {
    Opened: props<{ slug: string }>(),
    Found: props<{ profile: PublicProfile }>(),
    Refused: props<{ problem: Problem }>(),
  },
});

interface TalentState {
  profile: Remote<PublicProfile>;
}
const initial: TalentState = { profile: unasked };

export const talentFeature = createFeature({
  name: 'talent',
  reducer: createReducer(
    initial,
    on(TalentActions.opened, ({ profile }, { slug }): TalentState => {
      return { profile: asked(profile.value?.slug === slug ? profile : unasked) };
    }),
    on(TalentActions.found, (_, { profile }): TalentState => ({ profile: answered(profile) })),
    on(TalentActions.refused, (state, { problem }): TalentState => {
      return { profile: refused(state.profile, problem) };
    }),
  ),
});
