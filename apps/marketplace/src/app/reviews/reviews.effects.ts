import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { catchError, exhaustMap, forkJoin, map, merge, of, switchMap, takeUntil } from 'rxjs';
import { Live } from '@ui/app/live';
import type { Problem } from '@ui/app/problem';
import { ReviewsApi } from './reviews.api';
import { ReviewActions } from './reviews.store';

const refused = (problem: Problem) => of(ReviewActions.refused({ problem }));

/** Asked for again on every hint: the other side may have written, which reveals both. */
export const followReviews = createEffect(
  (actions = inject(Actions), api = inject(ReviewsApi), live = inject(Live)) =>
    actions.pipe(
      ofType(ReviewActions.opened),
      switchMap(({ contractId }) =>
        merge(
          of(null),
          live.changes(`contract:${contractId}`),
          actions.pipe(ofType(ReviewActions.submitted, ReviewActions.replied)),
        ).pipe(
          switchMap(() =>
            forkJoin({
              contract: api.contract(contractId),
              reviews: api.ofContract(contractId),
            }).pipe(
              map((found) => ReviewActions.came(found)),
              catchError((problem: Problem) => of(ReviewActions.missed({ problem }))),
            ),
          ),
          takeUntil(actions.pipe(ofType(ReviewActions.left))),
        ),
      ),
    ),
  { functional: true },
);

export const submit = createEffect(
  (actions = inject(Actions), api = inject(ReviewsApi)) =>
    actions.pipe(
      ofType(ReviewActions.submit),
      exhaustMap(({ contractId, input }) =>
        api.submit(contractId, input).pipe(
          map(() => ReviewActions.submitted()),
          catchError(refused),
        ),
      ),
    ),
  { functional: true },
);

export const reply = createEffect(
  (actions = inject(Actions), api = inject(ReviewsApi)) =>
    actions.pipe(
      ofType(ReviewActions.reply),
      exhaustMap(({ reviewId, text }) =>
        api.reply(reviewId, text).pipe(
          map(() => ReviewActions.replied()),
          catchError(refused),
        ),
      ),
    ),
  { functional: true },
);
