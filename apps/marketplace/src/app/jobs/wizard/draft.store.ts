import { createActionGroup, createFeature, createReducer, on, props } from '@ngrx/store';
import type { Problem } from '@ui/app/problem';
import type { PriceHint, Saved } from '../jobs.api';
import { type DraftField, type DraftForm, emptyDraft, formOf } from './draft';
import { merge, takeFields } from './merge';
import type { JobView } from '@wire/jobs';

export const DraftActions = createActionGroup({
  source: 'Job form',
  events: {
    /** Without an id: a new job, which the server hears of with the first change. */
    Opened: props<{ id: string | null }>(),
    Changed: props<{ form: DraftForm }>(),
    Publish: props<{ form: DraftForm }>(),
    'Hint Asked': props<{ category: string; skills: readonly string[] }>(),
    Resolved: props<{ form: DraftForm; theirs: readonly DraftField[] }>(),
  },
});
export const DraftAnswered = createActionGroup({
  source: 'Drafts API',
  events: {
    Loaded: props<{ job: JobView }>(),
    'Load Refused': props<{ problem: Problem }>(),
    Saved: props<{ saved: Saved; form: DraftForm }>(),
    'Save Refused': props<{ problem: Problem }>(),
    'Newer Found': props<{ job: JobView; mine: DraftForm }>(),
    Published: props<{ id: string; awaiting: boolean }>(),
    'Publish Refused': props<{ problem: Problem }>(),
    Hint: props<{ hint: PriceHint }>(),
  },
});

export interface DraftState {
  id: string | null;
  revision: number;
  /** What the server has: what a merge begins from. */
  kept: DraftForm;
  /** Whom a draft that was there is for; null for oneself, undefined for a new one. */
  organisationId: string | null | undefined;
  /** Put into the form whenever it is replaced: after loading, and after a merge. */
  form: DraftForm | null;
  saving: 'idle' | 'saving' | 'saved' | 'failed';
  savedAt: string | null;
  loadProblem: Problem | null;
  problem: Problem | null;
  /** The other window's draft, while somebody has to choose. */
  conflict: { theirs: DraftForm; fields: readonly DraftField[] } | null;
  /** The form took up changes of another window by itself. */
  merges: number;
  publishing: boolean;
  hint: PriceHint;
}
const initial: DraftState = {
  id: null,
  revision: 0,
  kept: emptyDraft,
  organisationId: undefined,
  form: null,
  saving: 'idle',
  savedAt: null,
  loadProblem: null,
  problem: null,
  conflict: null,
  merges: 0,
  publishing: false,
  hint: null,
};

function newerFound(state: DraftState, job: JobView, mine: DraftForm): DraftState {
  const theirs = formOf(job);
  const { merged, conflicts } = merge(state.kept, mine, theirs);
  const conflict = conflicts.length > 0 ? { theirs, fields: conflicts } : null;
  return {
    ...state,
    revision: job.revision,
    kept: theirs,
    form: merged,
    conflict,
    merges: state.merges + (conflict ? 0 : 1),
    saving: conflict ? 'failed' : 'saving',
  };
}

export const draftFeature = createFeature({
  name: 'jobDraft',
  reducer: createReducer(
    initial,
    on(DraftActions.opened, (_, { id }): DraftState => {
      return { ...initial, id, form: id === null ? emptyDraft : null };
    }),
    on(DraftAnswered.loaded, (state, { job }): DraftState => {
      const { revision } = job;
      const organisationId = job.organisation?.id ?? null;
      const form = formOf(job);
      return { ...state, revision, organisationId, kept: form, form, loadProblem: null };
    }),
    on(DraftAnswered.loadRefused, (state, { problem }): DraftState => {
      return { ...state, loadProblem: problem };
    }),
    on(DraftActions.changed, (state): DraftState => {
      return state.conflict ? state : { ...state, saving: 'saving' };
    }),
    on(DraftAnswered.saved, (state, { saved, form }): DraftState => {
      const { id, revision, savedAt } = saved;
      return { ...state, id, revision, savedAt, kept: form, saving: 'saved' };
    }),
    on(DraftAnswered.saveRefused, (state): DraftState => {
      return { ...state, saving: 'failed', publishing: false };
    }),
    on(DraftAnswered.newerFound, (state, { job, mine }) => newerFound(state, job, mine)),
    on(DraftActions.resolved, (state, { form, theirs }): DraftState => {
      const other = state.conflict?.theirs ?? form;
      const chosen = takeFields(form, other, theirs);
      return { ...state, form: chosen, conflict: null, saving: 'saving' };
    }),
    on(DraftActions.publish, (state): DraftState => {
      return { ...state, publishing: true, problem: null };
    }),
    on(DraftAnswered.publishRefused, (state, { problem }): DraftState => {
      return { ...state, publishing: false, problem };
    }),
    on(DraftAnswered.published, (state): DraftState => ({ ...state, publishing: false })),
    on(DraftAnswered.hint, (state, { hint }): DraftState => ({ ...state, hint })),
  ),
});
