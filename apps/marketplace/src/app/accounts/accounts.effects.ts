import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { TranslateService } from '@ngx-translate/core';
import { catchError, exhaustMap, from, map, type Observable, of, switchMap, tap } from 'rxjs';
import { asProblem } from '@ui/app/problem';
import { Session } from '@ui/app/session';
import { Toasts } from '@ui/toasts';
import { AccountsApi } from './accounts.api';
import { AccountPages, AccountsAnswered } from './accounts.store';
import { ownPage } from './own-page';

const orRefused = <A extends Action>(answer: Observable<A>) =>
  answer.pipe(
    catchError((thrown: unknown) => of(AccountsAnswered.refused({ problem: asProblem(thrown) }))),
  );

/** exhaustMap throughout: a second click while the first request is under way does nothing. */
export const logIn = createEffect(
  (actions = inject(Actions), api = inject(AccountsApi), session = inject(Session)) =>
    actions.pipe(
      ofType(AccountPages.logIn),
      exhaustMap(({ email, password, next }) =>
        orRefused(
          api
            .logIn({ email, password })
            .pipe(
              switchMap((answer) =>
                'next' in answer
                  ? of(AccountsAnswered.factorAsked({ next }))
                  : from(session.become(answer)).pipe(
                      map(() => AccountsAnswered.loggedIn({ viewer: answer, next })),
                    ),
              ),
            ),
        ),
      ),
    ),
  { functional: true },
);

export const register = createEffect(
  (actions = inject(Actions), api = inject(AccountsApi)) =>
    actions.pipe(
      ofType(AccountPages.register),
      exhaustMap(({ account }) =>
        orRefused(
          api
            .register(account)
            .pipe(map(() => AccountsAnswered.registered({ email: account.email }))),
        ),
      ),
    ),
  { functional: true },
);

export const verifyEmail = createEffect(
  (actions = inject(Actions), api = inject(AccountsApi), session = inject(Session)) =>
    actions.pipe(
      ofType(AccountPages.verifyLink, AccountPages.verifyCode),
      exhaustMap((asked) =>
        orRefused(
          api
            .verifyEmail(
              'token' in asked ? { token: asked.token } : { email: asked.email, code: asked.code },
            )
            .pipe(
              switchMap((answer) =>
                'next' in answer
                  ? of(AccountsAnswered.factorAsked({ next: '/' }))
                  : from(session.become(answer)).pipe(
                      map(() => AccountsAnswered.emailVerified({ viewer: answer })),
                    ),
              ),
            ),
        ),
      ),
    ),
  { functional: true },
);

export const resend = createEffect(
  (actions = inject(Actions), api = inject(AccountsApi)) =>
    actions.pipe(
      ofType(AccountPages.resend),
      exhaustMap(({ email }) =>
        orRefused(api.resend(email).pipe(map(() => AccountsAnswered.resent()))),
      ),
    ),
  { functional: true },
);

export const addPhone = createEffect(
  (actions = inject(Actions), api = inject(AccountsApi)) =>
    actions.pipe(
      ofType(AccountPages.addPhone),
      exhaustMap(({ phone }) =>
        orRefused(api.addPhone(phone).pipe(map(() => AccountsAnswered.phoneCodeSent({ phone })))),
      ),
    ),
  { functional: true },
);

export const verifyPhone = createEffect(
  (actions = inject(Actions), api = inject(AccountsApi), session = inject(Session)) =>
    actions.pipe(
      ofType(AccountPages.verifyPhone),
      exhaustMap(({ code }) =>
        orRefused(
          api.verifyPhone(code).pipe(
            switchMap((viewer) => from(session.become(viewer)).pipe(map(() => viewer))),
            map((viewer) => AccountsAnswered.phoneVerified({ viewer })),
          ),
        ),
      ),
    ),
  { functional: true },
);

/** After log-in back to where the guest wanted to go. */
export const goOn = createEffect(
  (actions = inject(Actions), router = inject(Router)) =>
    actions.pipe(
      ofType(AccountsAnswered.loggedIn),
      tap(({ next }) => void router.navigateByUrl(ownPage(next))),
    ),
  { functional: true, dispatch: false },
);

/** The password was right; the page of the second step asks for the rest. */
export const askFactor = createEffect(
  (actions = inject(Actions), router = inject(Router)) =>
    actions.pipe(
      ofType(AccountsAnswered.factorAsked),
      tap(({ next }) => {
        const queryParams = next === '/' ? {} : { next };
        void router.navigate(['/2fa'], { queryParams });
      }),
    ),
  { functional: true, dispatch: false },
);

export const waitForMail = createEffect(
  (actions = inject(Actions), router = inject(Router)) =>
    actions.pipe(
      ofType(AccountsAnswered.registered),
      tap(({ email }) => {
        const queryParams = { email, as: null };
        void router.navigate(['/verify-email'], { queryParams, queryParamsHandling: 'merge' });
      }),
    ),
  { functional: true, dispatch: false },
);

export const goHome = createEffect(
  (actions = inject(Actions), router = inject(Router)) =>
    actions.pipe(
      ofType(AccountsAnswered.phoneVerified),
      tap(() => {
        const { next } = router.parseUrl(router.url).queryParams as { next?: string };
        void router.navigateByUrl(ownPage(next));
      }),
    ),
  { functional: true, dispatch: false },
);

export const saySent = createEffect(
  (actions = inject(Actions), toasts = inject(Toasts), translate = inject(TranslateService)) =>
    actions.pipe(
      ofType(AccountsAnswered.resent),
      tap(() => toasts.say({ text: String(translate.instant('accounts.verify.resent')) })),
    ),
  { functional: true, dispatch: false },
);
