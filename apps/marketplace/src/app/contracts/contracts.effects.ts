import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { catchError, exhaustMap, filter, map, merge, of, switchMap, takeUntil, tap } from 'rxjs';
import { Live } from '@ui/app/live';
import type { Problem } from '@ui/app/problem';
import { ContractsApi } from './contracts.api';
import { ContractActions, type Deed } from './contracts.store';

const refused = (problem: Problem) => of(ContractActions.refused({ problem }));

export const loadList = createEffect(
  (actions = inject(Actions), api = inject(ContractsApi)) =>
    actions.pipe(
      ofType(ContractActions.listAsked, ContractActions.moreAsked),
      switchMap((asked) =>
        api.list(asked.filter, 'after' in asked ? asked.after : undefined).pipe(
          map(({ items, next }) =>
            ContractActions.listCame({ rows: items, next, more: 'after' in asked }),
          ),
          catchError((problem: Problem) => of(ContractActions.listFailed({ problem }))),
        ),
      ),
    ),
  { functional: true },
);

/** The open contract is asked for again on every hint that it changed, and after each deed. */
export const followContract = createEffect(
  (actions = inject(Actions), api = inject(ContractsApi), live = inject(Live)) =>
    actions.pipe(
      ofType(ContractActions.opened),
      switchMap(({ contractId }) =>
        merge(
          of(null),
          live.changes(`contract:${contractId}`),
          actions.pipe(ofType(ContractActions.done)),
        ).pipe(
          switchMap(() =>
            api.read(contractId).pipe(
              map((view) => ContractActions.came({ view })),
              catchError((problem: Problem) => of(ContractActions.missed({ problem }))),
            ),
          ),
          takeUntil(actions.pipe(ofType(ContractActions.left))),
        ),
      ),
    ),
  { functional: true },
);

export const loadProposal = createEffect(
  (actions = inject(Actions), api = inject(ContractsApi)) =>
    actions.pipe(
      ofType(ContractActions.proposalAsked),
      switchMap(({ proposalId }) =>
        api.proposal(proposalId).pipe(
          map((proposal) => ContractActions.proposalCame({ proposal })),
          catchError((problem: Problem) => of(ContractActions.missed({ problem }))),
        ),
      ),
    ),
  { functional: true },
);

const done = (deed: Deed, contractId: string) => () => ContractActions.done({ deed, contractId });

/** exhaustMap: a second click while the first is under way does nothing. */
export const act = createEffect(
  (actions = inject(Actions), api = inject(ContractsApi)) =>
    merge(
      actions.pipe(
        ofType(ContractActions.sign),
        exhaustMap(({ contractId, signature }) =>
          api.sign(contractId, signature).pipe(map(done('sign', contractId)), catchError(refused)),
        ),
      ),
      actions.pipe(
        ofType(ContractActions.decline),
        exhaustMap(({ contractId, reason }) =>
          api
            .decline(contractId, reason)
            .pipe(map(done('decline', contractId)), catchError(refused)),
        ),
      ),
      actions.pipe(
        ofType(ContractActions.withdraw),
        exhaustMap(({ contractId }) =>
          api.withdraw(contractId).pipe(map(done('withdraw', contractId)), catchError(refused)),
        ),
      ),
      actions.pipe(
        ofType(ContractActions.postUpdate),
        exhaustMap(({ contractId, note, files }) =>
          api
            .postUpdate(contractId, note, files)
            .pipe(map(done('update', contractId)), catchError(refused)),
        ),
      ),
    ),
  { functional: true },
);

export const offer = createEffect(
  (actions = inject(Actions), api = inject(ContractsApi)) =>
    actions.pipe(
      ofType(ContractActions.offer),
      exhaustMap(({ input }) =>
        api.offer(input).pipe(
          map(({ id }) => ContractActions.done({ deed: 'offer', contractId: id })),
          catchError(refused),
        ),
      ),
    ),
  { functional: true },
);

export const goToOffered = createEffect(
  (actions = inject(Actions), router = inject(Router)) =>
    actions.pipe(
      ofType(ContractActions.done),
      filter(({ deed }) => deed === 'offer'),
      tap(({ contractId }) => void router.navigate(['/contracts', contractId])),
    ),
  { functional: true, dispatch: false },
);
