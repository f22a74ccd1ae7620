import { Component, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { listing } from '@ui/app/listing';
import { ErrorState } from '@ui/error-state';
import { LoadMore } from '@ui/load-more';
import { Moment } from '@ui/moment';
import { Skeleton } from '@ui/skeleton';
import { Status } from '@ui/status';
import { PrivacyApi } from './privacy.api';

/** Every yes and no with its text: version, language and hash, so that it can be shown years later. */
@Component({
  selector: 'app-consent-history',
  imports: [ErrorState, LoadMore, Moment, Skeleton, Status, TranslatePipe],
  template: `
    @if (lines.problem(); as problem) {
      <ui-error-state [problem]="problem" (retry)="lines.load()" />
    } @else if (lines.rows(); as rows) {
      <ol>
        @for (one of rows; track one.id) {
          <li>
            <ui-status [tone]="one.given ? 'brand' : 'neutral'">{{
              (one.given ? 'privacy.consent.given' : 'privacy.consent.withdrawn') | translate
            }}</ui-status>
            <span>{{ 'privacy.consent.purposes.' + one.purpose | translate }}</span>
            <span class="muted small">
              {{ 'privacy.consent.version' | translate: { version: one.version } }} ·
              {{ 'privacy.consent.sources.' + one.source | translate }} ·
              <code dir="ltr">{{ one.hash.slice(0, 12) }}</code>
            </span>
            <ui-moment [at]="one.at" form="exact" />
          </li>
        } @empty {
          <li class="muted">{{ 'privacy.consent.none' | translate }}</li>
        }
      </ol>
      @if (lines.more()) {
        <ui-load-more [count]="rows.length" [busy]="lines.busy()" (more)="lines.loadMore()" />
      }
    } @else {
      <ui-skeleton shape="rows" [count]="3" />
    }
  `,
  styles: `
    ol {
      display: grid;
      margin: 0;
      padding: 0;
      list-style: none;
      font-size: var(--t14);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s1) var(--s3);
      padding-block: var(--s2);
      border-block-start: 1px solid var(--line);
    }
    ui-moment {
      margin-inline-start: auto;
    }
  `,
})
export class ConsentHistory {
  private readonly api = inject(PrivacyApi);
  /** Goes up with each choice: the list is asked for again. */
  readonly since = input(0);
  protected readonly lines = listing((after) => {
    this.since();
    return this.api.history(after);
  });
}
