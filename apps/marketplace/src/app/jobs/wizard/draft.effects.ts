import { Location } from '@angular/common';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { type Action, Store } from '@ngrx/store';
import {
  catchError,
  concatMap,
  debounceTime,
  defer,
  EMPTY,
  exhaustMap,
  filter,
  map,
  merge,
  type Observable,
  of,
  switchMap,
  tap,
} from 'rxjs';
import { asProblem, type Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Toasts } from '@ui/toasts';
import { JobsApi } from '../jobs.api';
import { type DraftForm, draftOf } from './draft';
import { DraftActions, DraftAnswered, draftFeature } from './draft.store';

export const load = createEffect(
  (actions = inject(Actions), api = inject(JobsApi)) =>
    actions.pipe(
      ofType(DraftActions.opened),
      switchMap(({ id }) =>
        id === null
          ? EMPTY
          : api.job(id).pipe(
              map((job) => DraftAnswered.loaded({ job })),
              catchError((thrown: unknown) =>
                of(DraftAnswered.loadRefused({ problem: asProblem(thrown) })),
              ),
            ),
      ),
    ),
  { functional: true },
);

/**
 * Saves half a second after the last change, one request at a time, each with the revision of the
 * answer before. A draft that another window saved meanwhile is fetched and merged.
 */
export const autosave = createEffect(
  (actions = inject(Actions), api = inject(JobsApi), store = inject(Store)) => {
    const state = store.selectSignal(draftFeature.selectJobDraftState);
    const typed = actions.pipe(ofType(DraftActions.changed), debounceTime(500));
    const chosen = actions.pipe(ofType(DraftActions.resolved, DraftAnswered.newerFound));
    const forms = merge(typed.pipe(map(({ form }) => form)), chosen.pipe(map(() => state().form)));
    return forms.pipe(
      filter((form): form is DraftForm => form !== null && state().conflict === null),
      concatMap((form) =>
        defer(() => {
          const { id, revision } = state();
          return id === null ? api.draft(draftOf(form)) : api.save(id, revision, draftOf(form));
        }).pipe(
          map((saved) => DraftAnswered.saved({ saved, form })),
          catchError((thrown: unknown) => stale(api, state().id, form, asProblem(thrown))),
        ),
      ),
    );
  },
  { functional: true },
);

function stale(
  api: JobsApi,
  id: string | null,
  mine: DraftForm,
  problem: Problem,
): Observable<Action> {
  if (problem.code !== 'jobs.stale_draft' || id === null) {
    return of(DraftAnswered.saveRefused({ problem }));
  }
  return api.job(id).pipe(
    map((job) => DraftAnswered.newerFound({ job, mine })),
    catchError((thrown: unknown) => of(DraftAnswered.saveRefused({ problem: asProblem(thrown) }))),
  );
}

/** The address becomes the draft's own, without a navigation that would empty the form. */
export const nameDraft = createEffect(
  (actions = inject(Actions), location = inject(Location)) =>
    actions.pipe(
      ofType(DraftAnswered.saved),
      filter(() => location.path() === '/jobs/new'),
      tap(({ saved }) => location.replaceState(`/jobs/${saved.id}/edit`)),
    ),
  { functional: true, dispatch: false },
);

/** What is in the form is saved first, then published. */
export const publish = createEffect(
  (actions = inject(Actions), api = inject(JobsApi), store = inject(Store)) => {
    const state = store.selectSignal(draftFeature.selectJobDraftState);
    return actions.pipe(
      ofType(DraftActions.publish),
      exhaustMap(({ form }) => {
        const { id, revision } = state();
        const draft = draftOf(form);
        return (id === null ? api.draft(draft) : api.save(id, revision, draft)).pipe(
          concatMap((saved) =>
            merge(
              of(DraftAnswered.saved({ saved, form })),
              api.publish(saved.id).pipe(
                concatMap(() => api.job(saved.id)),
                map(({ id, status }) =>
                  DraftAnswered.published({ id, awaiting: status === 'awaiting' }),
                ),
              ),
            ),
          ),
          catchError((thrown: unknown) =>
            of(DraftAnswered.publishRefused({ problem: asProblem(thrown) })),
          ),
        );
      }),
    );
  },
  { functional: true },
);

export const goToJob = createEffect(
  (
    actions = inject(Actions),
    router = inject(Router),
    toasts = inject(Toasts),
    say = inject(Say),
  ) =>
    actions.pipe(
      ofType(DraftAnswered.published),
      tap(({ id, awaiting }) => {
        toasts.say({ text: say.it(`jobs.wizard.${awaiting ? 'asked' : 'published'}`) });
        const queryParams = { tab: awaiting ? null : 'matches' };
        void router.navigate(['/jobs', id, 'manage'], { queryParams });
      }),
    ),
  { functional: true, dispatch: false },
);

/** What is published is not written anew: it is looked after on its own page. */
export const leavePublished = createEffect(
  (actions = inject(Actions), router = inject(Router)) =>
    actions.pipe(
      ofType(DraftAnswered.loaded),
      filter(({ job }) => job.status !== 'draft'),
      tap(({ job }) => void router.navigate(['/jobs', job.id, 'manage'], { replaceUrl: true })),
    ),
  { functional: true, dispatch: false },
);

/** Only a hint: without it the budget can be set just the same. */
export const hint = createEffect(
  (actions = inject(Actions), api = inject(JobsApi)) =>
    actions.pipe(
      ofType(DraftActions.hintAsked),
      switchMap(({ category, skills }) =>
        api.priceHint(category, skills).pipe(
          map((hint) => DraftAnswered.hint({ hint })),
          catchError(() => EMPTY),
        ),
      ),
    ),
  { functional: true },
);
