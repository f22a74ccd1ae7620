import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { catchError, exhaustMap, map, mergeMap, type Observable, of, switchMap, tap } from 'rxjs';
import { TranslateService } from '@ngx-translate/core';
import { asProblem } from '@ui/app/problem';
import { Toasts } from '@ui/toasts';
import { SearchApi } from './search.api';
import { SearchActions } from './search.store';

/** switchMap: what was typed last is what is shown. */
export const find = createEffect(
  (actions = inject(Actions), api = inject(SearchApi)) =>
    actions.pipe(
      ofType(SearchActions.asked, SearchActions.moreAsked),
      switchMap((action) => {
        const after = 'after' in action ? action.after : undefined;
        const more = after !== undefined;
        const results: Observable<Action> =
          action.kind === 'jobs'
            ? api
                .jobs(action.query, after)
                .pipe(map((results) => SearchActions.jobsFound({ results, more })))
            : api
                .talent(action.query, after)
                .pipe(map((results) => SearchActions.talentFound({ results, more })));
        return results.pipe(
          catchError((thrown: unknown) =>
            of(SearchActions.refused({ kind: action.kind, problem: asProblem(thrown) })),
          ),
        );
      }),
    ),
  { functional: true },
);

export const save = createEffect(
  (actions = inject(Actions), api = inject(SearchApi)) =>
    actions.pipe(
      ofType(SearchActions.saveAsked),
      exhaustMap(({ name, query }) =>
        api.save(name, query).pipe(
          map(() => SearchActions.saved({ name })),
          catchError((thrown: unknown) =>
            of(SearchActions.saveRefused({ problem: asProblem(thrown) })),
          ),
        ),
      ),
    ),
  { functional: true },
);

export const saidSaved = createEffect(
  (actions = inject(Actions), toasts = inject(Toasts), translate = inject(TranslateService)) =>
    actions.pipe(
      ofType(SearchActions.saved),
      tap(({ name }) => {
        toasts.say({ text: String(translate.instant('search.save.done', { name })) });
      }),
    ),
  { functional: true, dispatch: false },
);

export const listSaved = createEffect(
  (actions = inject(Actions), api = inject(SearchApi)) =>
    actions.pipe(
      ofType(SearchActions.savedOpened),
      switchMap(() =>
        api.saved().pipe(
          map((list) => SearchActions.savedFound({ list })),
          catchError((thrown: unknown) =>
            of(SearchActions.savedRefused({ problem: asProblem(thrown) })),
          ),
        ),
      ),
    ),
  { functional: true },
);

export const forget = createEffect(
  (actions = inject(Actions), api = inject(SearchApi)) =>
    actions.pipe(
      ofType(SearchActions.forgetAsked),
      mergeMap(({ id }) =>
        api.forget(id).pipe(
          map(() => SearchActions.forgotten({ id })),
          catchError((thrown: unknown) =>
            of(SearchActions.savedRefused({ problem: asProblem(thrown) })),
          ),
        ),
      ),
    ),
  { functional: true },
);
