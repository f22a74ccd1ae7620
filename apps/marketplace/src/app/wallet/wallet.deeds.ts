import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { catchError, exhaustMap, map, type Observable, of } from 'rxjs';
import type { Problem } from '@ui/app/problem';
import { WalletApi } from './wallet.api';
import { type Deed, WalletActions } from './wallet.store';

/** What became of a request, as the action that says so. */
const outcome = (request: Observable<unknown>, deed: Deed): Observable<Action> =>
  request.pipe(
    map(() => WalletActions.done({ deed })),
    catchError((problem: Problem) => of(WalletActions.refused({ problem }))),
  );

/* exhaustMap: a second click while the first is under way does nothing. */

export const addBank = createEffect(
  (actions = inject(Actions), api = inject(WalletApi)) =>
    actions.pipe(
      ofType(WalletActions.addBank),
      exhaustMap(({ input }) => outcome(api.addBank(input), 'bank')),
    ),
  { functional: true },
);

export const requestPayout = createEffect(
  (actions = inject(Actions), api = inject(WalletApi)) =>
    actions.pipe(
      ofType(WalletActions.requestPayout),
      exhaustMap(({ input, key }) => outcome(api.requestPayout(input, key), 'payout')),
    ),
  { functional: true },
);

export const refund = createEffect(
  (actions = inject(Actions), api = inject(WalletApi)) =>
    actions.pipe(
      ofType(WalletActions.refund),
      exhaustMap(({ depositId, amount, reason, key }) =>
        outcome(api.refund(depositId, amount, reason, key), 'refund'),
      ),
    ),
  { functional: true },
);
