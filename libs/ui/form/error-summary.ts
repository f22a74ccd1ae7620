import { Component, computed, effect, type ElementRef, input, viewChild } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { Problem } from '../app/problem';
import { Icon } from '../icon';
import { ProblemWords } from '../problem-words';

/**
 * What stopped the form, above it, focused when it appears: the server's refusal in words, and each
 * refused field by its label. `labels` maps a path of the schema to the word on the page.
 */
@Component({
  selector: 'ui-error-summary',
  imports: [Icon, ProblemWords, TranslatePipe],
  template: `
    @if (problem(); as problem) {
      <div #box role="alert" tabindex="-1">
        <ui-icon name="alert" />
        <div>
          <p>{{ problem | problem }}</p>
          @if (named().length > 0) {
            <ul>
              @for (error of named(); track $index) {
                <li>{{ error }}</li>
              }
            </ul>
          }
          @if (problem.status >= 500 && problem.correlationId) {
            <small
              >{{ 'ui.reportId' | translate }} <bdi>{{ problem.correlationId }}</bdi></small
            >
          }
        </div>
      </div>
    }
  `,
  styles: `
    :host(:empty) {
      display: none;
    }
    div[role='alert'] {
      display: flex;
      gap: var(--s3);
      padding: var(--s3) var(--s4);
      border-radius: var(--radius-control);
      border-inline-start: 3px solid var(--danger);
      background: var(--danger-soft);
      color: var(--ink);
      font-size: var(--t14);
      line-height: 1.5;
    }
    ui-icon {
      margin-block-start: 2px;
      color: var(--danger);
    }
    ul {
      margin-block-start: var(--s1);
      padding-inline-start: var(--s4);
      list-style: disc;
    }
  `,
})
export class ErrorSummary {
  readonly problem = input<Problem | null>();
  readonly labels = input<Record<string, string>>({});
  protected readonly named = computed(() =>
    (this.problem()?.errors ?? []).map(({ path, message }) => {
      const label = this.labels()[path] ?? this.labels()[path.split('.')[0] ?? ''];
      return label ? `${label}: ${message}` : message;
    }),
  );
  private readonly box = viewChild<ElementRef<HTMLElement>>('box');

  constructor() {
    effect(() => {
      if (this.problem()) this.box()?.nativeElement.focus();
    });
  }
}
