import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { catchError, map, of, switchMap } from 'rxjs';
import { asProblem } from '@ui/app/problem';
import { TalentApi } from './talent.api';
import { TalentActions } from './talent.store';

export const load = createEffect(
  (actions = inject(Actions), api = inject(TalentApi)) =>
    actions.pipe(
      ofType(TalentActions.opened),
      switchMap(({ slug }) =>
        api.profile(slug).pipe(
          map((profile) => TalentActions.found({ profile })),
          catchError((thrown: unknown) =>
            of(TalentActions.refused({ problem: asProblem(thrown) })),
          ),
        ),
      ),
    ),
  { functional: true },
);
