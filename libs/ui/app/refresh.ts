import { isPlatformBrowser } from '@angular/common';
import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { inject, Injector, PLATFORM_ID } from '@angular/core';
import { Router } from '@angular/router';
import { catchError, map, type Observable, of, shareReplay } from 'rxjs';
import { Toasts } from '../toasts';
import { Say } from './say';
import { Session } from './session';

/**
 * A 401 is mended by one refresh, shared by all requests that meet it at the same time; on the server
 * there is nothing to mend, the browser will. A session that is over leads to the log-in and back.
 */
export function refreshOnce(): () => Observable<boolean> {
  const http = inject(HttpClient);
  const injector = inject(Injector);
  const browser = isPlatformBrowser(inject(PLATFORM_ID));
  let underWay: Observable<boolean> | undefined;
  return () => {
    if (!browser) return of(false);
    underWay ??= http.post('/api/accounts/refresh', {}).pipe(
      map(() => true),
      catchError((thrown: unknown) => {
        if (thrown instanceof HttpErrorResponse && thrown.status === 401) isOver(injector);
        return of(false);
      }),
      shareReplay(1),
    );
    const mine = underWay;
    setTimeout(() => underWay === mine && (underWay = undefined), 5_000);
    return mine;
  };
}

/** Asked for late: the session itself asks the server, and so waits for what is here. */
function isOver(injector: Injector): void {
  const session = injector.get(Session);
  if (!session.signedIn()) return;
  const router = injector.get(Router);
  injector.get(Toasts).say({ text: injector.get(Say).it('ui.loggedOut') });
  void session
    .ended()
    .then(() => router.navigate(['/login'], { queryParams: { next: router.url } }));
}
