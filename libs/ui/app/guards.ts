import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import type { Action, Subject } from '@wire/permissions';
import { Ability } from './ability';
import { Session } from './session';

/** To the log-in, and back here afterwards. */
export const signedIn: CanActivateFn = (_route, { url }) =>
  inject(Session).signedIn() ||
  inject(Router).createUrlTree(['/login'], { queryParams: { next: url } });

/** Log-in and sign-up are for guests; others go home. */
export const guest: CanActivateFn = () =>
  !inject(Session).signedIn() || inject(Router).createUrlTree(['/']);

/** The 403 page names what is missing. */
export const may =
  (action: Action, subject: Subject): CanActivateFn =>
  (_route, { url }) => {
    if (!inject(Session).signedIn()) {
      return inject(Router).createUrlTree(['/login'], { queryParams: { next: url } });
    }
    return (
      inject(Ability).can(action, subject) ||
      inject(Router).createUrlTree(['/403'], { queryParams: { needs: `${action} ${subject}` } })
    );
  };
