import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import {
  catchError,
  distinctUntilChanged,
  EMPTY,
  exhaustMap,
  forkJoin,
  map,
  merge,
  of,
  switchMap,
  takeUntil,
  tap,
} from 'rxjs';
import { Live } from '@ui/app/live';
import type { Problem } from '@ui/app/problem';
import { DisputesApi } from './disputes.api';
import { DisputeActions } from './disputes.store';

const missed = (problem: Problem) => of(DisputeActions.missed({ problem }));
const refused = (problem: Problem) => of(DisputeActions.refused({ problem }));

export const loadForm = createEffect(
  (actions = inject(Actions), api = inject(DisputesApi)) =>
    actions.pipe(
      ofType(DisputeActions.formAsked),
      switchMap(({ contractId }) =>
        forkJoin({ form: api.form(contractId), contract: api.contract(contractId) }).pipe(
          map((opening) => DisputeActions.formCame({ opening })),
          catchError(missed),
        ),
      ),
    ),
  { functional: true },
);

export const open = createEffect(
  (actions = inject(Actions), api = inject(DisputesApi)) =>
    actions.pipe(
      ofType(DisputeActions.open),
      exhaustMap(({ input, key }) =>
        api.open(input, key).pipe(
          map(({ id }) => DisputeActions.disputeOpened({ disputeId: id })),
          catchError(refused),
        ),
      ),
    ),
  { functional: true },
);

export const goToOpened = createEffect(
  (actions = inject(Actions), router = inject(Router)) =>
    actions.pipe(
      ofType(DisputeActions.disputeOpened),
      tap(({ disputeId }) => void router.navigate(['/disputes', disputeId])),
    ),
  { functional: true, dispatch: false },
);

/** Asked for again on every hint that it changed, and after each deed. */
export const followCase = createEffect(
  (actions = inject(Actions), api = inject(DisputesApi), live = inject(Live)) =>
    actions.pipe(
      ofType(DisputeActions.caseAsked),
      switchMap(({ disputeId }) => {
        const ask = () =>
          api.read(disputeId).pipe(
            map((view) => DisputeActions.caseCame({ view })),
            catchError(missed),
          );
        const hints = merge(
          live.changes(`dispute:${disputeId}`),
          actions.pipe(ofType(DisputeActions.done)),
        );
        return merge(of(null), hints).pipe(
          switchMap(ask),
          takeUntil(actions.pipe(ofType(DisputeActions.left))),
        );
      }),
    ),
  { functional: true },
);

/** How long the steps to come last stands in the policy; without it the page only says less. */
export const loadClocks = createEffect(
  (actions = inject(Actions), api = inject(DisputesApi)) =>
    actions.pipe(
      ofType(DisputeActions.caseCame),
      map(({ view }) => view.contractId),
      distinctUntilChanged(),
      switchMap((contractId) =>
        api.form(contractId).pipe(
          map(({ clocks }) => DisputeActions.clocksCame({ clocks })),
          catchError(() => EMPTY),
        ),
      ),
    ),
  { functional: true },
);

/** exhaustMap: a second click while the first is under way does nothing. */
export const act = createEffect(
  (actions = inject(Actions), api = inject(DisputesApi)) =>
    actions.pipe(
      ofType(DisputeActions.act),
      exhaustMap(({ disputeId, deed }) =>
        api.act(disputeId, deed).pipe(
          map(() => DisputeActions.done({ kind: deed.kind })),
          catchError(refused),
        ),
      ),
    ),
  { functional: true },
);
