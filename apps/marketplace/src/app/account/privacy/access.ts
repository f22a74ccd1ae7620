import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { listing } from '@ui/app/listing';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { EmptyState } from '@ui/empty-state';
import { ErrorState } from '@ui/error-state';
import { LoadMore } from '@ui/load-more';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Status } from '@ui/status';
import { PrivacyApi } from './privacy.api';

/** When the staff looked at the member's data: the office and why, never the person. */
@Component({
  selector: 'app-privacy-access',
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
    Status,
    TranslatePipe,
  ],
  template: `
    <ui-page-header
      [heading]="'privacy.access.heading' | translate"
      [lead]="'privacy.access.lead' | translate"
    >
      <a uiButton routerLink="..">{{ 'privacy.access.back' | translate }}</a>
    </ui-page-header>
    @if (looks.problem(); as problem) {
      <ui-error-state [problem]="problem" (retry)="looks.load()" />
    } @else if (looks.rows(); as rows) {
      @if (rows.length > 0) {
        <ui-card>
          <ol>
            @for (one of rows; track one.id) {
              <li>
                <strong>{{ 'privacy.access.roles.' + one.role | translate }}</strong>
                <span>{{ 'privacy.access.reasons.' + one.reason | translate }}</span>
                @if (one.asMe) {
                  <ui-status tone="info">{{ 'privacy.access.asMe' | translate }}</ui-status>
                }
                <ui-moment [at]="one.at" form="exact" />
              </li>
            }
          </ol>
        </ui-card>
        @if (looks.more()) {
          <ui-load-more [count]="rows.length" [busy]="looks.busy()" (more)="looks.loadMore()" />
        }
      } @else {
        <ui-empty-state
          icon="eye"
          [heading]="'privacy.access.empty' | translate"
          [text]="'privacy.access.emptyText' | translate"
        />
      }
    } @else {
      <ui-skeleton shape="rows" [count]="4" />
    }
    <p class="muted small">{{ 'privacy.access.late' | translate }}</p>
  `,
  styles: `
    ol {
      display: grid;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s1) var(--s4);
      padding-block: var(--s3);
    }
    li + li {
      border-block-start: 1px solid var(--line);
    }
    ui-moment {
      margin-inline-start: auto;
      color: var(--muted);
    }
  `,
})
export class PrivacyAccess {
  private readonly api = inject(PrivacyApi);
  protected readonly looks = listing((after) => this.api.looks(after));
}
