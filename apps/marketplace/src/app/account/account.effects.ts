import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { catchError, exhaustMap, from, map, type Observable, of, switchMap, tap } from 'rxjs';
import { asProblem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Session } from '@ui/app/session';
import { Toasts } from '@ui/toasts';
import { AccountApi } from './account.api';
import { AccountAnswered, AccountPages } from './account.store';

const orRefused = <A extends Action>(answer: Observable<A>) =>
  answer.pipe(
    catchError((thrown: unknown) => of(AccountAnswered.refused({ problem: asProblem(thrown) }))),
  );

export const loadProfile = createEffect(
  (actions = inject(Actions), api = inject(AccountApi)) =>
    actions.pipe(
      ofType(AccountPages.profileOpened),
      switchMap(() =>
        api.profile().pipe(
          map((profile) => AccountAnswered.profile({ profile })),
          catchError((thrown: unknown) =>
            of(AccountAnswered.profileRefused({ problem: asProblem(thrown) })),
          ),
        ),
      ),
    ),
  { functional: true },
);

export const changeProfile = createEffect(
  (actions = inject(Actions), api = inject(AccountApi)) =>
    actions.pipe(
      ofType(AccountPages.changeProfile),
      exhaustMap(({ profile }) =>
        orRefused(
          api
            .changeProfile(profile)
            .pipe(map((changed) => AccountAnswered.profileChanged({ profile: changed }))),
        ),
      ),
    ),
  { functional: true },
);

export const changeAccount = createEffect(
  (actions = inject(Actions), api = inject(AccountApi), session = inject(Session)) =>
    actions.pipe(
      ofType(AccountPages.changeAccount),
      exhaustMap(({ account }) =>
        orRefused(
          api.change(account).pipe(
            switchMap((viewer) => from(session.become(viewer)).pipe(map(() => viewer))),
            map((viewer) => AccountAnswered.accountChanged({ viewer })),
          ),
        ),
      ),
    ),
  { functional: true },
);

export const addPhone = createEffect(
  (actions = inject(Actions), api = inject(AccountApi)) =>
    actions.pipe(
      ofType(AccountPages.addPhone),
      exhaustMap(({ phone }) =>
        orRefused(api.addPhone(phone).pipe(map(() => AccountAnswered.codeSent({ phone })))),
      ),
    ),
  { functional: true },
);

export const verifyPhone = createEffect(
  (actions = inject(Actions), api = inject(AccountApi), session = inject(Session)) =>
    actions.pipe(
      ofType(AccountPages.verifyPhone),
      exhaustMap(({ code }) =>
        orRefused(
          api.verifyPhone(code).pipe(
            switchMap((viewer) => from(session.become(viewer)).pipe(map(() => viewer))),
            map((viewer) => AccountAnswered.phoneVerified({ viewer })),
          ),
        ),
      ),
    ),
  { functional: true },
);

export const saySaved = createEffect(
  (actions = inject(Actions), toasts = inject(Toasts), say = inject(Say)) =>
    actions.pipe(
      ofType(
        AccountAnswered.profileChanged,
        AccountAnswered.accountChanged,
        AccountAnswered.phoneVerified,
      ),
      tap(({ type }) => {
        const verified = type === AccountAnswered.phoneVerified.type;
        toasts.say({ text: say.it(verified ? 'account.phone.done' : 'account.saved') });
      }),
    ),
  { functional: true, dispatch: false },
);
