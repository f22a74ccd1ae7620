import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { EMPTY, switchMap } from 'rxjs';
import { inAddress } from '@ui/app/in-address';
import { listing } from '@ui/app/listing';
import { Live } from '@ui/app/live';
import { Say } from '@ui/app/say';
import { Session } from '@ui/app/session';
import { Unread } from '@ui/app/unread';
import { Words } from '@ui/app/words';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { EmptyState } from '@ui/empty-state';
import { ErrorState } from '@ui/error-state';
import { LoadMore } from '@ui/load-more';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Tabs } from '@ui/tabs';
import { AccountApi, type NotificationView, type Side } from '../account.api';

/** What happened while one was away, by day, newest first. */
@Component({
  selector: 'app-notifications',
  imports: [
    Button,
    Card,
    EmptyState,
    ErrorState,
    LoadMore,
    Moment,
    NgTemplateOutlet,
    PageHeader,
    RouterLink,
    Skeleton,
    Tabs,
    TranslatePipe,
  ],
  templateUrl: './notifications.html',
  styleUrl: './notifications.scss',
})
export class Notifications {
  private readonly api = inject(AccountApi);
  private readonly say = inject(Say);
  private readonly session = inject(Session);
  private readonly words = inject(Words);
  private readonly router = inject(Router);
  private readonly counts = inject(Unread);
  /** `all` in the address; without it, the side that the header stands on. */
  readonly side = input('', { transform: inAddress });
  protected readonly isOnBoth = this.counts.isOnBoth;
  private readonly shown = computed((): Side | undefined =>
    this.isOnBoth() && this.side() !== 'all' ? (this.session.activeRole() ?? undefined) : undefined,
  );
  protected readonly list = listing((after) => this.api.notifications(this.shown(), after));
  protected readonly tabs = computed(() => {
    this.words.language();
    const here = this.session.activeRole() ?? 'client';
    return [here, 'all'].map((id) => {
      return { id, label: this.say.it(`account.notifications.sides.${id}`) };
    });
  });
  protected readonly unread = computed(() => this.list.rows()?.some(({ read }) => !read) ?? false);
  protected readonly days = computed(() => {
    const groups = new Map<string, NotificationView[]>();
    for (const each of this.list.rows() ?? []) {
      const day = this.say.day(each.at);
      groups.set(day, [...(groups.get(day) ?? []), each]);
    }
    return [...groups].map(([day, items]) => ({ day, items }));
  });

  constructor() {
    const live = inject(Live);
    toObservable(this.session.viewer)
      .pipe(
        switchMap((viewer) => (viewer ? live.changes(`account:${viewer.id}`) : EMPTY)),
        takeUntilDestroyed(),
      )
      .subscribe(() => {
        this.list.refresh();
        this.counts.refresh();
      });
  }

  protected show(id: string): void {
    const queryParams = { side: id === 'all' ? id : null };
    void this.router.navigate([], { queryParams });
  }

  /** A kind without words of its own is still told, by its title. */
  protected sentence({ kind, variables }: NotificationView): string {
    const key = `account.kinds.${kind}`;
    const said = this.say.it(key, variables);
    return said === key ? this.say.it('account.kinds.other', variables) : said;
  }
  protected path(link: string): string {
    return link.split('?')[0] ?? '/';
  }
  protected query(link: string): Record<string, string> {
    return Object.fromEntries(new URLSearchParams(link.split('?')[1] ?? ''));
  }
  protected read({ id, read }: NotificationView): void {
    if (read) return;
    this.mark((each) => each.id === id);
    this.tell({ ids: [id] });
  }
  protected readAll(): void {
    this.mark(() => true);
    const side = this.shown();
    this.tell({ all: true, ...(side && { side }) });
  }
  private tell(which: Parameters<AccountApi['read']>[0]): void {
    this.api.read(which).subscribe({
      next: () => this.counts.refresh(),
      error: () => this.list.refresh(),
    });
  }
  private mark(which: (each: NotificationView) => boolean): void {
    this.list.change((rows) => rows.map((each) => (which(each) ? { ...each, read: true } : each)));
  }
}
