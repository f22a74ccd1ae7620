import {
  createActionGroup,
  createFeature,
  createReducer,
  emptyProps,
  on,
  props,
} from '@ngrx/store';
import type { JobResults } from '@wire/search';
import type { Problem } from '@ui/app/problem';
import { answered, asked, refused, type Remote, unasked } from '@ui/app/remote';
import type { Asked, SavedSearches, TalentResults } from './search.api';

export type Kind = 'jobs' | 'talent';

export const SearchActions = createActionGroup({
  source: 'Search',
  events: {
    Asked: props<{ kind: Kind; query: Asked }>(),
    'More Asked': props<{ kind: Kind; query: Asked; after: string }>(),
    'Jobs Found': props<{ results: JobResults; more: boolean }>(),
    'Talent Found': props<{ results: TalentResults; more: boolean }>(),
    Refused: props<{ kind: Kind; problem: Problem }>(),
    'Save Asked': props<{ name: string; query: Asked }>(),
    Saved: props<{ name: string }>(),
    'Save Refused': props<{ problem: Problem }>(),
    'Saved Opened': emptyProps(),
    'Saved Found': props<{ list: SavedSearches }>(),
    'Saved Refused': props<{ problem: Problem }>(),
    'Forget Asked': props<{ id: string }>(),
    Forgotten: props<{ id: string }>(),
  },
});

interface SearchState {
  jobs: Remote<JobResults>;
  talent: Remote<TalentResults>;
  saved: Remote<SavedSearches>;
  saving: { busy: boolean; problem: Problem | null };
}
const initial: SearchState = {
  jobs: unasked,
  talent: unasked,
  saved: unasked,
  saving: { busy: false, problem: null },
};

/** A following page brings only its items; totals and facets stay those of the first. */
function found<T extends { items: readonly unknown[]; next: string | null }>(
  before: Remote<T>,
  results: T,
  more: boolean,
): Remote<T> {
  if (!more || !before.value) return answered(results);
  const items = [...before.value.items, ...results.items];
  return answered({ ...before.value, items, next: results.next });
}

export const searchFeature = createFeature({
  name: 'search',
  reducer: createReducer(
    initial,
    on(SearchActions.asked, SearchActions.moreAsked, (state, { kind }) => ({
      ...state,
      [kind]: asked<JobResults | TalentResults>(state[kind]),
    })),
    on(SearchActions.jobsFound, (state, { results, more }) => ({
      ...state,
      jobs: found(state.jobs, results, more),
    })),
    on(SearchActions.talentFound, (state, { results, more }) => ({
      ...state,
      talent: found(state.talent, results, more),
    })),
    on(SearchActions.refused, (state, { kind, problem }) => ({
      ...state,
      [kind]: refused<JobResults | TalentResults>(state[kind], problem),
    })),
    on(SearchActions.saveAsked, (state) => ({ ...state, saving: { busy: true, problem: null } })),
    on(SearchActions.saved, (state) => ({ ...state, saving: { busy: false, problem: null } })),
    on(SearchActions.saveRefused, (state, { problem }) => ({
      ...state,
      saving: { busy: false, problem },
    })),
    on(SearchActions.savedOpened, (state) => ({ ...state, saved: asked(state.saved) })),
    on(SearchActions.savedFound, (state, { list }) => ({ ...state, saved: answered(list) })),
    on(SearchActions.savedRefused, (state, { problem }) => ({
      ...state,
      saved: refused(state.saved, problem),
    })),
    on(SearchActions.forgotten, (state, { id }) => ({
      ...state,
      saved: answered({
        next: null,
        items: (state.saved.value?.items ?? []).filter((each) => each.id !== id),
      }),
    })),
  ),
});
