import { Component, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { ContractReviews } from '@wire/reviews';
import { Moment } from '@ui/moment';
import { Stars } from '@ui/stars';

/** A review as it reads: the stars, the three parts, the words, and the answer if there is one. */
@Component({
  selector: 'app-written-review',
  imports: [Moment, Stars, TranslatePipe],
  template: `
    <div class="stack gap-3">
      <p class="head">
        <ui-stars [value]="review().stars" />
        <span class="muted small"
          >{{ review().author.name }} · <ui-moment [at]="review().at"
        /></span>
      </p>
      <p class="text">{{ review().text }}</p>
      <dl>
        @for (part of parts; track part) {
          <div>
            <dt>{{ 'reviews.' + part | translate }}</dt>
            <dd><ui-stars [value]="review()[part]" /></dd>
          </div>
        }
      </dl>
      @if (review().reply; as reply) {
        <blockquote>
          <b>{{ 'reviews.reply' | translate }}</b>
          {{ reply }}
        </blockquote>
      }
    </div>
  `,
  styles: `
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s3);
    }
    .text {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    dl {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2) var(--s6);
      font-size: var(--t13);
    }
    dl > div {
      display: flex;
      gap: var(--s2);
    }
    dt {
      color: var(--muted);
    }
    blockquote {
      margin: 0;
      padding: var(--s3) var(--s4);
      border-inline-start: 3px solid var(--line-strong);
      font-size: var(--t14);
      white-space: pre-line;
    }
    b {
      display: block;
      font-weight: 550;
    }
  `,
})
export class WrittenReview {
  readonly review = input.required<NonNullable<ContractReviews['mine']>>();
  protected readonly parts = ['quality', 'communication', 'timeliness'] as const;
}
