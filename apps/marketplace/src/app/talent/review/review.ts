import { Component, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Moment } from '@ui/moment';
import { Stars } from '@ui/stars';
import type { ReviewView } from '../talent.api';

/** What one party of a finished contract says of the other, and the answer to it. */
@Component({
  selector: 'app-review',
  imports: [Moment, Stars, TranslatePipe],
  template: `
    <article>
      <header>
        <ui-stars [value]="of().stars" />
        <h3 dir="auto">{{ of().contractTitle }}</h3>
      </header>
      <p dir="auto">{{ of().text }}</p>
      <p class="foot">
        <bdi>{{ of().author.name }}</bdi>
        <ui-moment [at]="of().at" />
        @for (part of parts; track part) {
          <span>{{ 'talent.parts.' + part | translate: { stars: of()[part] } }}</span>
        }
      </p>
      @if (of().reply; as reply) {
        <blockquote dir="auto">
          <b>{{ 'talent.reply' | translate }}</b> {{ reply }}
        </blockquote>
      }
    </article>
  `,
  styles: `
    article {
      display: grid;
      gap: var(--s2);
      font-size: var(--t14);
    }
    header {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s3);
      align-items: center;
    }
    h3 {
      font-size: var(--t14);
    }
    .foot {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s1) var(--s4);
      max-inline-size: none;
      color: var(--muted);
      font-size: var(--t13);
    }
    blockquote {
      margin: 0;
      padding: var(--s3) var(--s4);
      border-radius: var(--radius-control);
      background: var(--sunken);
    }
  `,
})
export class Review {
  readonly of = input.required<ReviewView>();
  protected readonly parts = ['quality', 'communication', 'timeliness'] as const;
}
