import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { catchError, exhaustMap, map, of } from 'rxjs';
import { asProblem } from '@ui/app/problem';
import { ApprovalsApi } from './approvals.api';
import { ApprovalActions } from './approvals.store';

/** exhaustMap: a second click while the first is under way does nothing. */
export const decide = createEffect(
  (actions = inject(Actions), api = inject(ApprovalsApi)) =>
    actions.pipe(
      ofType(ApprovalActions.decided),
      exhaustMap(({ id, verdict, payloadHash, comment }) =>
        api.decide(id, verdict, payloadHash, comment).pipe(
          map(() => ApprovalActions.done({ verdict })),
          catchError((thrown: unknown) =>
            of(ApprovalActions.refused({ problem: asProblem(thrown) })),
          ),
        ),
      ),
    ),
  { functional: true },
);
