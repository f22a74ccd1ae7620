import { type Signal, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import type { Simulation, Split } from '@wire/disputes';
import {
  catchError,
  debounceTime,
  EMPTY,
  filter,
  map,
  type Observable,
  switchMap,
  tap,
} from 'rxjs';
import { asProblem, type Problem } from '../app/problem';

export interface Simulating {
  /** The last answer; it stands while the next one is asked for. */
  readonly value: Signal<{ readonly split: Split; readonly simulation: Simulation } | null>;
  readonly busy: Signal<boolean>;
  readonly problem: Signal<Problem | null>;
}

/**
 * Follows a split that somebody moves: asks what it would do once the hand rests for a moment, and
 * forgets answers that were overtaken. Call it in a field initialiser.
 */
export function simulating(
  split: Signal<Split | null>,
  ask: (split: Split) => Observable<Simulation>,
  restMs = 150,
): Simulating {
  const value = signal<{ split: Split; simulation: Simulation } | null>(null);
  const busy = signal(false);
  const problem = signal<Problem | null>(null);
  toObservable(split)
    .pipe(
      filter((asked) => asked !== null),
      tap(() => busy.set(true)),
      debounceTime(restMs),
      switchMap((asked) =>
        ask(asked).pipe(
          map((simulation) => ({ split: asked, simulation })),
          catchError((thrown: unknown) => {
            problem.set(asProblem(thrown));
            busy.set(false);
            return EMPTY;
          }),
        ),
      ),
      takeUntilDestroyed(),
    )
    .subscribe((answer) => {
      value.set(answer);
      problem.set(null);
      busy.set(false);
    });
  return { value, busy, problem };
}
