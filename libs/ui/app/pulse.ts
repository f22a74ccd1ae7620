import { DOCUMENT } from '@angular/common';
import { inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { filter, fromEvent, interval, map, merge, type Observable } from 'rxjs';

/**
 * Emits every `ms` while the page is looked at, and at once when it is looked at again: for what has
 * no hint of its own. Call it while the page is built; it ends with the page.
 */
export function pulse(ms: number): Observable<void> {
  const document = inject(DOCUMENT);
  return merge(interval(ms), fromEvent(document, 'visibilitychange')).pipe(
    filter(() => document.visibilityState === 'visible'),
    map(() => undefined),
    takeUntilDestroyed(),
  );
}
