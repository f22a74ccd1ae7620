import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { catchError, concat, concatMap, exhaustMap, from, map, of } from 'rxjs';
import { asProblem } from '@ui/app/problem';
import { PayoutsApi } from './payouts.api';
import { PayoutsApiAnswered, PayoutsPage } from './payouts.store';

/** One after the other, so that the progress is true; a second batch waits for nobody's click. */
export const decide = createEffect(
  (actions = inject(Actions), api = inject(PayoutsApi)) =>
    actions.pipe(
      ofType(PayoutsPage.decided),
      exhaustMap(({ decision, note, ids }) =>
        concat(
          from(ids).pipe(
            concatMap((id) =>
              api.decide(id, decision, note).pipe(
                map(() => PayoutsApiAnswered.done({ id })),
                catchError((thrown: unknown) =>
                  of(PayoutsApiAnswered.refused({ id, problem: asProblem(thrown) })),
                ),
              ),
            ),
          ),
          of(PayoutsApiAnswered.finished()),
        ),
      ),
    ),
  { functional: true },
);
