import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { EmptyState } from '@ui/empty-state';
import { ErrorState } from '@ui/error-state';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { SearchActions, searchFeature } from '../search.store';

/** The searches that somebody wants to be told about. */
@Component({
  selector: 'app-saved-searches',
  imports: [
    Button,
    Card,
    EmptyState,
    ErrorState,
    Moment,
    PageHeader,
    RouterLink,
    Skeleton,
    TranslatePipe,
  ],
  template: `
    <div class="page narrow">
      <ui-page-header
        [heading]="'search.saved.heading' | translate"
        [lead]="'search.saved.lead' | translate"
      />
      @if (saved().problem; as problem) {
        <ui-error-state [problem]="problem" (retry)="open()" />
      } @else if (saved().value; as list) {
        <ui-card>
          <ul>
            @for (each of list.items; track each.id) {
              <li>
                <div>
                  <a routerLink="/search" [queryParams]="each.query" dir="auto">{{ each.name }}</a>
                  <small class="muted"><ui-moment [at]="each.createdAt" /></small>
                </div>
                <button
                  uiButton
                  small
                  kind="quiet"
                  type="button"
                  [attr.aria-label]="'ui.remove' | translate: { what: each.name }"
                  (click)="forget(each.id)"
                >
                  {{ 'search.saved.remove' | translate }}
                </button>
              </li>
            } @empty {
              <ui-empty-state
                icon="bell"
                [heading]="'search.saved.none' | translate"
                [text]="'search.saved.noneText' | translate"
              >
                <a uiButton kind="primary" routerLink="/jobs">{{
                  'search.saved.start' | translate
                }}</a>
              </ui-empty-state>
            }
          </ul>
        </ui-card>
      } @else {
        <ui-card><ui-skeleton shape="rows" [count]="4" /></ui-card>
      }
    </div>
  `,
  styles: `
    li {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--s4);
      padding-block: var(--s3);
    }
    li + li {
      border-block-start: 1px solid var(--line);
    }
    a:not([uiButton]) {
      color: var(--ink);
      font-weight: 550;
    }
    small {
      display: block;
    }
  `,
})
export class SavedSearchList {
  private readonly store = inject(Store);
  protected readonly saved = this.store.selectSignal(searchFeature.selectSaved);

  constructor() {
    this.open();
  }
  protected open(): void {
    this.store.dispatch(SearchActions.savedOpened());
  }
  protected forget(id: string): void {
    this.store.dispatch(SearchActions.forgetAsked({ id }));
  }
}
