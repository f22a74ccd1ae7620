import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { catchError, map, merge, of, switchMap, takeUntil, timer } from 'rxjs';
import { Live } from '@ui/app/live';
import type { Problem } from '@ui/app/problem';
import { WalletApi } from './wallet.api';
import { WalletActions } from './wallet.store';

const missed = (problem: Problem) => of(WalletActions.missed({ problem }));

/** Asked for at once, on every hint about the account, and after each deed. */
const hints = (actions: Actions, live: Live, accountId: string) =>
  merge(of(null), live.changes(`account:${accountId}`), actions.pipe(ofType(WalletActions.done)));

export const followWallet = createEffect(
  (actions = inject<Actions>(Actions), api = inject(WalletApi), live = inject(Live)) =>
    actions.pipe(
      ofType(WalletActions.opened, WalletActions.payoutsOpened),
      switchMap(({ accountId }) =>
        hints(actions, live, accountId).pipe(
          switchMap(() =>
            api.wallet().pipe(
              map((wallet) => WalletActions.came({ wallet })),
              catchError(missed),
            ),
          ),
          takeUntil(actions.pipe(ofType(WalletActions.left))),
        ),
      ),
    ),
  { functional: true },
);

/** A penny drop and a bank take their time: looked at every few seconds while the page is open. */
export const followPayouts = createEffect(
  (actions = inject<Actions>(Actions), api = inject(WalletApi), live = inject(Live)) =>
    actions.pipe(
      ofType(WalletActions.payoutsOpened),
      switchMap(({ accountId }) =>
        merge(hints(actions, live, accountId), timer(4_000, 8_000)).pipe(
          switchMap(() =>
            merge(
              api.banks().pipe(map(({ items }) => WalletActions.banksCame({ banks: items }))),
              api.payouts().pipe(map(({ items }) => WalletActions.payoutsCame({ payouts: items }))),
            ).pipe(catchError(missed)),
          ),
          takeUntil(actions.pipe(ofType(WalletActions.left))),
        ),
      ),
    ),
  { functional: true },
);

export const loadStatement = createEffect(
  (actions = inject(Actions), api = inject(WalletApi)) =>
    actions.pipe(
      ofType(WalletActions.statementAsked, WalletActions.moreAsked),
      switchMap((asked) =>
        api.statement(asked.filter, 'after' in asked ? asked.after : undefined).pipe(
          map(({ items, next }) =>
            WalletActions.statementCame({ rows: items, next, more: 'after' in asked }),
          ),
          catchError(missed),
        ),
      ),
    ),
  { functional: true },
);

export const loadProof = createEffect(
  (actions = inject(Actions), api = inject(WalletApi)) =>
    actions.pipe(
      ofType(WalletActions.proofAsked),
      switchMap(({ entryId }) =>
        api.proof(entryId).pipe(
          map((proof) => WalletActions.proofCame({ proof })),
          catchError((problem: Problem) => of(WalletActions.proofMissed({ problem }))),
        ),
      ),
    ),
  { functional: true },
);

export const loadDeposits = createEffect(
  (actions = inject(Actions), api = inject(WalletApi)) =>
    actions.pipe(
      ofType(WalletActions.depositsAsked),
      switchMap(() =>
        api.deposits().pipe(
          map((deposits) => WalletActions.depositsCame({ deposits })),
          catchError((problem: Problem) => of(WalletActions.refused({ problem }))),
        ),
      ),
    ),
  { functional: true },
);
