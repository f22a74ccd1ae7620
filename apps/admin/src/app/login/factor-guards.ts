import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { Session } from '@ui/app/session';

/** The server refuses everything else to who has no second factor; here they are led to one. */
export const hasFactor: CanActivateFn = (_route, { url }) =>
  !inject(Session).viewer()?.factorMissing ||
  inject(Router).createUrlTree(['/second-factor'], { queryParams: { next: url } });

/** The setting up is for those who need it; others are in already, or have to log in. */
export const lacksFactor: CanActivateFn = () =>
  inject(Session).viewer()?.factorMissing === true || inject(Router).createUrlTree(['/']);
