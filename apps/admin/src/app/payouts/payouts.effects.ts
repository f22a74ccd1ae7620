import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import type { ApprovalDetail } from '@wire/approvals';
import {
  catchError,
  concat,
  concatMap,
  exhaustMap,
  from,
  map,
  type Observable,
  of,
  throwError,
} from 'rxjs';
import { asProblem, problemFrom } from '@ui/app/problem';
import { type PayoutRow, PayoutsApi } from './payouts.api';
import { PayoutsApiAnswered, PayoutsPage } from './payouts.store';
import type { Decision } from './who-may';

/** One after the other, so that the progress is true; a second batch waits for nobody's click. */
export const decide = createEffect(
  (actions = inject(Actions), api = inject(PayoutsApi)) =>
    actions.pipe(
      ofType(PayoutsPage.decided),
      exhaustMap(({ decision, note, payouts }) =>
        concat(
          from(payouts).pipe(
            concatMap((payout) =>
              told(api, payout, decision, note).pipe(
                map(() => PayoutsApiAnswered.done({ id: payout.id })),
                catchError((thrown: unknown) =>
                  of(PayoutsApiAnswered.refused({ id: payout.id, problem: asProblem(thrown) })),
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

function told(
  api: PayoutsApi,
  payout: PayoutRow,
  decision: Decision,
  note: string,
): Observable<unknown> {
  if (decision === 'prepare') return api.prepare(payout.id, note);
  return api
    .request(payout.approvalId ?? '')
    .pipe(
      concatMap((request) =>
        isAbout(request, payout)
          ? api.answer(request, decision, note)
          : throwError(() => problemFrom(409, { code: 'approval.payload_changed', title: '' })),
      ),
    );
}

/** What was on the screen is what would be run: the hash that is sent stands for just that. */
const isAbout = ({ payload, amount }: ApprovalDetail, payout: PayoutRow): boolean =>
  payload['payoutId'] === payout.id &&
  payload['providerId'] === payout.provider.id &&
  amount?.amountMinor === payout.amount.amountMinor &&
  amount.currency === payout.amount.currency;
