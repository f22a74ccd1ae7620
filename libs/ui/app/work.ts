import { isPlatformBrowser } from '@angular/common';
import { inject, InjectionToken, Injector, PLATFORM_ID } from '@angular/core';
import { from, type Observable, of } from 'rxjs';
import type { Problem } from './problem';

/** How a door that asks for work is opened: the header that does it, or null where it stays closed. */
export const WORK = new InjectionToken<(problem: Problem) => Observable<string | null>>('WORK');

/**
 * One piece of work after the other: a telephone does not get faster by two at a time. Where the server
 * draws the page it does not work for its guests; their browsers ask again and do.
 */
export function workOnce(): (problem: Problem) => Observable<string | null> {
  const injector = inject(Injector);
  if (!isPlatformBrowser(inject(PLATFORM_ID))) return () => of(null);
  let before: Promise<unknown> = Promise.resolve();
  return ({ facts }) => {
    const mine = before.then(async () => {
      const { workFor } = await import('../challenge/show-challenge');
      return workFor(facts, injector);
    });
    before = mine.catch(() => null);
    return from(mine);
  };
}
