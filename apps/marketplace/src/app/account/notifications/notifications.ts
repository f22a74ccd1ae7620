import { Component, computed, inject } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { EMPTY, switchMap } from 'rxjs';
import { listing } from '@ui/app/listing';
import { Live } from '@ui/app/live';
import { Say } from '@ui/app/say';
import { Session } from '@ui/app/session';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { EmptyState } from '@ui/empty-state';
import { ErrorState } from '@ui/error-state';
import { LoadMore } from '@ui/load-more';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { AccountApi, type NotificationView } from '../account.api';

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
    PageHeader,
    RouterLink,
    Skeleton,
    TranslatePipe,
  ],
  template: `
    <div class="page narrow">
      <ui-page-header [heading]="'account.notifications.heading' | translate">
        @if (unread()) {
          <button uiButton type="button" icon="check" (click)="readAll()">
            {{ 'account.notifications.readAll' | translate }}
          </button>
        }
      </ui-page-header>
      @if (list.problem(); as problem) {
        <ui-error-state [problem]="problem" (retry)="list.load()" />
      } @else if (list.rows()) {
        @for (group of days(); track group.day) {
          <section>
            <h2>{{ group.day }}</h2>
            <ui-card flush>
              <ul>
                @for (each of group.items; track each.id) {
                  <li [class.unread]="!each.read">
                    <a
                      [routerLink]="path(each.link)"
                      [queryParams]="query(each.link)"
                      (click)="read(each)"
                    >
                      @if (!each.read) {
                        <span class="dot"></span>
                        <span class="visually-hidden">{{
                          'account.notifications.unread' | translate
                        }}</span>
                      }
                      <span class="words">{{ words(each) }}</span>
                    </a>
                    <small class="muted"><ui-moment [at]="each.at" /></small>
                  </li>
                }
              </ul>
            </ui-card>
          </section>
        } @empty {
          <ui-card>
            <ui-empty-state
              icon="bell"
              [heading]="'account.notifications.none' | translate"
              [text]="'account.notifications.noneText' | translate"
            />
          </ui-card>
        }
        @if (list.more()) {
          <ui-load-more
            [count]="list.rows()!.length"
            [busy]="list.busy()"
            (more)="list.loadMore()"
          />
        }
      } @else {
        <ui-card><ui-skeleton shape="rows" [count]="6" /></ui-card>
      }
    </div>
  `,
  styleUrl: './notifications.scss',
})
export class Notifications {
  private readonly api = inject(AccountApi);
  private readonly say = inject(Say);
  private readonly session = inject(Session);
  protected readonly list = listing((after) => this.api.notifications(after));
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
      .subscribe(() => this.list.refresh());
  }

  /** A kind without words of its own is still told, by its title. */
  protected words({ kind, variables }: NotificationView): string {
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
    this.api.read({ ids: [id] }).subscribe({ error: () => this.list.refresh() });
  }
  protected readAll(): void {
    this.mark(() => true);
    this.api.read({ all: true }).subscribe({ error: () => this.list.refresh() });
  }
  private mark(which: (each: NotificationView) => boolean): void {
    this.list.change((rows) => rows.map((each) => (which(each) ? { ...each, read: true } : each)));
  }
}
