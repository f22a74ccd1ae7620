import { computed, effect, inject, Service, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import type { UnreadNotices } from '@wire/notifications';
import { catchError, filter, merge, of, Subject, switchMap } from 'rxjs';
import { Api } from './api';
import { pulse } from './pulse';
import { Session } from './session';

/* The schema stays out of the first chunk of every page. */
const asUnread = { parse: (value: unknown) => value as UnreadNotices };
const everyMs = 60_000;

/**
 * How much the signed-in person has not read: what speaks to the side they are on, and what waits on
 * the other one. Asked with every page, and once a minute while the page is looked at.
 */
@Service()
export class Unread {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly wanted = new Subject<void>();
  private readonly got = signal<UnreadNotices | null>(null);

  /** Whether somebody has two sides; with one there is nothing to tell apart. */
  readonly isOnBoth = computed(() =>
    (['client', 'provider'] as const).every((role) => this.session.viewer()?.roles.includes(role)),
  );
  /** Of the side the header stands on, or of all where there is only one. */
  readonly here = computed(() => {
    const { client = 0, provider = 0, both = 0 } = this.got() ?? {};
    const side = this.session.activeRole();
    if (!this.isOnBoth() || !side) return client + provider + both;
    return both + { client, provider }[side];
  });

  constructor() {
    const moved = inject(Router).events.pipe(filter((event) => event instanceof NavigationEnd));
    merge(this.wanted, moved, pulse(everyMs))
      .pipe(
        filter(() => this.session.signedIn()),
        switchMap(() =>
          this.api.get('/notifications/unread', asUnread).pipe(catchError(() => of(this.got()))),
        ),
        takeUntilDestroyed(),
      )
      .subscribe((now) => this.got.set(now));
    effect(() => {
      const isIn = this.session.signedIn();
      untracked(() => (isIn ? this.refresh() : this.got.set(null)));
    });
  }

  /** What speaks to a side alone, shown at the switch while one is on the other. */
  on(side: 'client' | 'provider'): number {
    return this.got()?.[side] ?? 0;
  }
  refresh(): void {
    this.wanted.next();
  }
}
