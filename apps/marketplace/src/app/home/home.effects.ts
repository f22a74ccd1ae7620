import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { catchError, EMPTY, filter, map, of, switchMap } from 'rxjs';
import { asProblem } from '@ui/app/problem';
import { HomeApi } from './home.api';
import { HomeApiAnswered, HomePage } from './home.store';

/** switchMap: after a change of side, the answer for the other side is of no interest. */
export const loadContracts = createEffect(
  (actions = inject(Actions), api = inject(HomeApi)) =>
    actions.pipe(
      ofType(HomePage.opened),
      switchMap(({ role }) =>
        api.contracts(role).pipe(
          map(({ items }) => HomeApiAnswered.contracts({ contracts: items })),
          catchError((thrown: unknown) =>
            of(HomeApiAnswered.refused({ problem: asProblem(thrown) })),
          ),
        ),
      ),
    ),
  { functional: true },
);

/** Only a client posts jobs. Without them the page is still whole, so a failure says nothing. */
export const loadOpenJobs = createEffect(
  (actions = inject(Actions), api = inject(HomeApi)) =>
    actions.pipe(
      ofType(HomePage.opened),
      filter(({ role }) => role === 'client'),
      switchMap(() =>
        api.openJobs().pipe(
          map(({ items }) => HomeApiAnswered.openJobs({ jobs: items })),
          catchError(() => EMPTY),
        ),
      ),
    ),
  { functional: true },
);
