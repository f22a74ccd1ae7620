import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { catchError, exhaustMap, map, of } from 'rxjs';
import { asProblem } from '@ui/app/problem';
import { DisputesApi } from './disputes.api';
import { ConsoleActions } from './disputes.store';

/** exhaustMap: a second click while the first is under way does nothing. */
export const act = createEffect(
  (actions = inject(Actions), api = inject(DisputesApi)) =>
    actions.pipe(
      ofType(ConsoleActions.act),
      exhaustMap(({ disputeId, deed }) =>
        api.act(disputeId, deed).pipe(
          map(({ waits }) => ConsoleActions.done({ kind: deed.kind, waits })),
          catchError((thrown: unknown) =>
            of(ConsoleActions.refused({ kind: deed.kind, problem: asProblem(thrown) })),
          ),
        ),
      ),
    ),
  { functional: true },
);
