import { createActionGroup, createFeature, createReducer, on, props } from '@ngrx/store';
import type { JobView } from '@wire/jobs';
import type { ProposalView, SubmitProposal } from '@wire/proposals';
import type { Problem } from '@ui/app/problem';
import { answered, asked, refused, type Remote, unasked } from '@ui/app/remote';

export const ProposalPages = createActionGroup({
  source: 'Proposal pages',
  events: {
    'Propose Opened': props<{ jobId: string }>(),
    Opened: props<{ id: string }>(),
    Changed: props<{ id: string }>(),
    'Job Changed': props<{ jobId: string }>(),
    Submit: props<{ jobId: string; proposal: SubmitProposal }>(),
    Edit: props<{ id: string; proposal: SubmitProposal }>(),
    Withdraw: props<{ id: string }>(),
  },
});
export const ProposalsAnswered = createActionGroup({
  source: 'Proposals API',
  events: {
    Job: props<{ job: JobView }>(),
    'Job Refused': props<{ problem: Problem }>(),
    Proposal: props<{ proposal: ProposalView }>(),
    'Proposal Refused': props<{ problem: Problem }>(),
    Sent: props<{ id: string; jobId: string }>(),
    Edited: props<{ id: string }>(),
    Withdrawn: props<{ id: string }>(),
    Refused: props<{ problem: Problem }>(),
  },
});

interface ProposalsState {
  job: Remote<JobView>;
  proposal: Remote<ProposalView>;
  busy: boolean;
  problem: Problem | null;
}
const initial: ProposalsState = { job: unasked, proposal: unasked, busy: false, problem: null };

const done = (state: ProposalsState): ProposalsState => ({ ...state, busy: false });

export const proposalsFeature = createFeature({
  name: 'proposals',
  reducer: createReducer(
    initial,
    on(ProposalPages.proposeOpened, (state, { jobId }): ProposalsState => {
      const before = state.job.value?.id === jobId ? state.job : unasked;
      return { ...initial, job: asked(before) };
    }),
    on(ProposalPages.opened, (state, { id }): ProposalsState => {
      const before = state.proposal.value?.id === id ? state.proposal : unasked;
      return { ...initial, proposal: asked(before) };
    }),
    on(ProposalsAnswered.job, (state, { job }): ProposalsState => {
      return { ...state, job: answered(job) };
    }),
    on(ProposalsAnswered.jobRefused, (state, { problem }): ProposalsState => {
      return { ...state, job: refused(state.job, problem) };
    }),
    on(ProposalsAnswered.proposal, (state, { proposal }): ProposalsState => {
      return { ...state, proposal: answered(proposal) };
    }),
    on(ProposalsAnswered.proposalRefused, (state, { problem }): ProposalsState => {
      return { ...state, proposal: refused(state.proposal, problem) };
    }),
    on(
      ProposalPages.submit,
      ProposalPages.edit,
      ProposalPages.withdraw,
      (state): ProposalsState => ({ ...state, busy: true, problem: null }),
    ),
    on(ProposalsAnswered.sent, ProposalsAnswered.edited, ProposalsAnswered.withdrawn, done),
    on(ProposalsAnswered.refused, (state, { problem }): ProposalsState => {
      return { ...done(state), problem };
    }),
  ),
});
