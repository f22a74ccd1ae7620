import {
  createActionGroup,
  createFeature,
  createReducer,
  createSelector,
  emptyProps,
  on,
  props,
} from '@ngrx/store';
import type { contractRow } from '@wire/contracts';
import type { jobRow } from '@wire/jobs';
import type * as z from 'zod';
import type { Problem } from '@ui/app/problem';

export type ContractRow = z.infer<typeof contractRow>;
export type JobRow = z.infer<typeof jobRow>;

export const HomePage = createActionGroup({
  source: 'Home page',
  events: {
    Opened: props<{ role: 'client' | 'provider' }>(),
    Left: emptyProps(),
  },
});
export const HomeApiAnswered = createActionGroup({
  source: 'Home API',
  events: {
    Contracts: props<{ contracts: readonly ContractRow[] }>(),
    'Open Jobs': props<{ jobs: readonly JobRow[] }>(),
    Refused: props<{ problem: Problem }>(),
  },
});

interface HomeState {
  contracts: readonly ContractRow[] | undefined;
  jobs: readonly JobRow[];
  problem: Problem | null;
}
const fresh: HomeState = { contracts: undefined, jobs: [], problem: null };

/** What has a deadline comes first, the nearest on top; then the larger amount. */
export function byUrgency(a: ContractRow, b: ContractRow): number {
  const when = ({ next }: ContractRow) => (next.deadline ? Date.parse(next.deadline) : Infinity);
  const size = ({ next }: ContractRow) => BigInt(next.amount?.amountMinor ?? 0);
  if (when(a) !== when(b)) return when(a) < when(b) ? -1 : 1;
  return size(a) === size(b) ? 0 : size(a) > size(b) ? -1 : 1;
}

export const homeFeature = createFeature({
  name: 'home',
  reducer: createReducer(
    fresh,
    on(HomePage.left, () => fresh),
    on(HomeApiAnswered.contracts, (state, { contracts }): HomeState => {
      return { ...state, contracts, problem: null };
    }),
    on(HomeApiAnswered.openJobs, (state, { jobs }): HomeState => ({ ...state, jobs })),
    on(HomeApiAnswered.refused, (state, { problem }): HomeState => ({ ...state, problem })),
  ),
  extraSelectors: ({ selectContracts, selectJobs }) => ({
    /** Jobs that someone has proposed for, the most asked for first. */
    selectAnswered: createSelector(selectJobs, (jobs) =>
      jobs.filter(({ proposals }) => proposals > 0).sort((a, b) => b.proposals - a.proposals),
    ),
    selectMine: createSelector(selectContracts, (contracts) =>
      contracts?.filter(({ next }) => next.mine).sort(byUrgency),
    ),
    selectWaiting: createSelector(selectContracts, (contracts) =>
      contracts?.filter(({ next }) => !next.mine && next.actor !== 'nobody').sort(byUrgency),
    ),
  }),
});
