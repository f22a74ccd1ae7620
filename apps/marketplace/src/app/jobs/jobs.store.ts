import { createActionGroup, createFeature, createReducer, on, props } from '@ngrx/store';
import type { JobView } from '@wire/jobs';
import type { ProposalView } from '@wire/proposals';
import type { Problem } from '@ui/app/problem';
import { answered, asked, refused, type Remote, unasked } from '@ui/app/remote';
import type { CloseReason, Matches } from './jobs.api';

export const JobActions = createActionGroup({
  source: 'Job pages',
  events: {
    Opened: props<{ id: string }>(),
    'Manage Opened': props<{ id: string }>(),
    Changed: props<{ id: string }>(),
    Close: props<{ id: string; reason: CloseReason }>(),
    'Read Proposal': props<{ proposal: ProposalView }>(),
    Shortlist: props<{ proposal: ProposalView }>(),
    Decline: props<{ proposal: ProposalView; reason: string; note: string }>(),
  },
});
export const JobsAnswered = createActionGroup({
  source: 'Jobs API',
  events: {
    Job: props<{ job: JobView }>(),
    'Job Refused': props<{ problem: Problem }>(),
    Proposals: props<{ proposals: readonly ProposalView[] }>(),
    'Proposals Refused': props<{ problem: Problem }>(),
    Matches: props<{ matches: Matches }>(),
    Closed: props<{ id: string }>(),
    Decided: props<{ proposal: ProposalView }>(),
    'Decision Refused': props<{ problem: Problem; proposalId: string | null }>(),
  },
});

interface JobsState {
  job: Remote<JobView>;
  proposals: Remote<readonly ProposalView[]>;
  matches: Matches | null;
  /** The proposal that a decision is under way for. */
  deciding: string | null;
  problem: Problem | null;
}
const initial: JobsState = {
  job: unasked,
  proposals: unasked,
  matches: null,
  deciding: null,
  problem: null,
};

/** Another job than the one before starts from nothing; the same one stays in sight. */
function opened(state: JobsState, id: string): JobsState {
  const before = state.job.value?.id === id ? state : initial;
  return { ...before, job: asked(before.job), problem: null };
}

export const jobsFeature = createFeature({
  name: 'jobs',
  reducer: createReducer(
    initial,
    on(JobActions.opened, (state, { id }) => opened(state, id)),
    on(JobActions.manageOpened, (state, { id }): JobsState => {
      const before = opened(state, id);
      return { ...before, proposals: asked(before.proposals) };
    }),
    on(JobsAnswered.job, (state, { job }): JobsState => ({ ...state, job: answered(job) })),
    on(JobsAnswered.jobRefused, (state, { problem }): JobsState => {
      return { ...state, job: refused(state.job, problem) };
    }),
    on(JobsAnswered.proposals, (state, { proposals }): JobsState => {
      return { ...state, proposals: answered(proposals) };
    }),
    on(JobsAnswered.proposalsRefused, (state, { problem }): JobsState => {
      return { ...state, proposals: refused(state.proposals, problem) };
    }),
    on(JobsAnswered.matches, (state, { matches }): JobsState => ({ ...state, matches })),
    on(JobActions.shortlist, JobActions.decline, (state, { proposal }): JobsState => {
      return { ...state, deciding: proposal.id, problem: null };
    }),
    on(JobsAnswered.decided, (state, { proposal }): JobsState => {
      const all = state.proposals.value ?? [];
      const proposals = answered(all.map((each) => (each.id === proposal.id ? proposal : each)));
      return { ...state, proposals, deciding: null };
    }),
    on(JobsAnswered.decisionRefused, (state, { problem }): JobsState => {
      return { ...state, deciding: null, problem };
    }),
  ),
});
