import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { catchError, concat, concatMap, exhaustMap, from, map, of } from 'rxjs';
import { asProblem } from '@ui/app/problem';
import { QueuesApi } from './queues.api';
import { DeadLettersPage, QueuesApiAnswered } from './queues.store';

/** One after the other: whatever broke them once should not meet all of them at the same time. */
export const replay = createEffect(
  (actions = inject(Actions), api = inject(QueuesApi)) =>
    actions.pipe(
      ofType(DeadLettersPage.replayed),
      exhaustMap(({ queue, ids }) =>
        concat(
          from(ids).pipe(
            concatMap((id) =>
              api.replay(queue, id).pipe(
                map(() => QueuesApiAnswered.done({ id })),
                catchError((thrown: unknown) =>
                  of(QueuesApiAnswered.refused({ id, problem: asProblem(thrown) })),
                ),
              ),
            ),
          ),
          of(QueuesApiAnswered.finished()),
        ),
      ),
    ),
  { functional: true },
);
