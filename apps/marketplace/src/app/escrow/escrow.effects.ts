import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import type { DepositView } from '@wire/payments';
import {
  catchError,
  EMPTY,
  exhaustMap,
  map,
  merge,
  type Observable,
  of,
  switchMap,
  takeUntil,
  takeWhile,
  timer,
} from 'rxjs';
import { Live } from '@ui/app/live';
import type { Problem } from '@ui/app/problem';
import { EscrowApi } from './escrow.api';
import { EscrowActions } from './escrow.store';

const refused = (problem: Problem) => of(EscrowActions.refused({ problem }));

/** The contract is asked for again on every hint that it changed, and after each deed here. */
export const followContract = createEffect(
  (actions = inject(Actions), api = inject(EscrowApi), live = inject(Live)) =>
    actions.pipe(
      ofType(EscrowActions.opened),
      switchMap(({ contractId }) =>
        merge(
          of(null),
          live.changes(`contract:${contractId}`),
          actions.pipe(
            ofType(
              EscrowActions.delivered,
              EscrowActions.changesRequested,
              EscrowActions.released,
              EscrowActions.depositSeen,
            ),
          ),
        ).pipe(
          switchMap(() =>
            api.contract(contractId).pipe(
              map((contract) => EscrowActions.came({ contract })),
              catchError((problem: Problem) => of(EscrowActions.missed({ problem }))),
            ),
          ),
          takeUntil(actions.pipe(ofType(EscrowActions.left))),
        ),
      ),
    ),
  { functional: true },
);

/** exhaustMap: a second click while the first is under way does nothing. */
export const pay = createEffect(
  (actions = inject(Actions), api = inject(EscrowApi)) =>
    actions.pipe(
      ofType(EscrowActions.pay),
      exhaustMap(({ place, key }) =>
        api.openDeposit(place, key).pipe(
          map((checkout) => EscrowActions.checkoutReady({ checkout })),
          catchError(refused),
        ),
      ),
    ),
  { functional: true },
);

const waits = ({ state }: DepositView) => state === 'created' || state === 'authorized';

/** On every hint and on a slowing clock, until the gateway has said its word. */
export const followDeposit = createEffect(
  (actions = inject(Actions), api = inject(EscrowApi), live = inject(Live)) =>
    actions.pipe(
      ofType(EscrowActions.followDeposit),
      switchMap(({ depositId, contractId }) => {
        const beats = [0, 1, 2, 4, 7, 11, 16, 24, 36, 60, 120, 300];
        const clock = merge(...beats.map((seconds) => timer(seconds * 1_000)));
        const word: Observable<DepositView | null> = merge(
          clock,
          live.changes(`contract:${contractId}`),
        ).pipe(
          switchMap(() => api.deposit(depositId).pipe(catchError(() => EMPTY))),
          takeWhile(waits, true),
        );
        const slow = timer(20_000).pipe(map(() => null));
        return merge(word, slow).pipe(
          map((deposit) =>
            deposit ? EscrowActions.depositSeen({ deposit }) : EscrowActions.depositSlow(),
          ),
          takeUntil(actions.pipe(ofType(EscrowActions.left, EscrowActions.tryAgain))),
        );
      }),
    ),
  { functional: true },
);

export const deliver = createEffect(
  (actions = inject(Actions), api = inject(EscrowApi)) =>
    actions.pipe(
      ofType(EscrowActions.deliver),
      exhaustMap(({ place, input }) =>
        api.deliver(place, input).pipe(
          map(() => EscrowActions.delivered()),
          catchError(refused),
        ),
      ),
    ),
  { functional: true },
);

export const requestChanges = createEffect(
  (actions = inject(Actions), api = inject(EscrowApi)) =>
    actions.pipe(
      ofType(EscrowActions.requestChanges),
      exhaustMap(({ place, input }) =>
        api.requestChanges(place, input).pipe(
          map(() => EscrowActions.changesRequested()),
          catchError(refused),
        ),
      ),
    ),
  { functional: true },
);

export const release = createEffect(
  (actions = inject(Actions), api = inject(EscrowApi)) =>
    actions.pipe(
      ofType(EscrowActions.release),
      exhaustMap(({ place, amount, key }) =>
        api.release(place, amount, key).pipe(
          map((receipt) => EscrowActions.released({ receipt })),
          catchError(refused),
        ),
      ),
    ),
  { functional: true },
);
