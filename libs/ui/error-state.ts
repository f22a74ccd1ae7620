import { Component, input, output } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { Problem } from './app/problem';
import { Button } from './button';
import { Copy } from './copy';
import { Icon } from './icon';
import { ProblemWords } from './problem-words';

/** What happened, what was not lost, what to do; with the correlation id to report. */
@Component({
  selector: 'ui-error-state',
  imports: [Button, Copy, Icon, ProblemWords, TranslatePipe],
  template: `
    <ui-icon name="alert" [size]="22" />
    <div role="alert">
      <h2>{{ heading() ?? ('ui.failedHeading' | translate) }}</h2>
      <p>{{ problem() | problem }}</p>
    </div>
    <div class="act">
      <button uiButton icon="refresh" type="button" (click)="retry.emit()">
        {{ 'ui.retry' | translate }}
      </button>
      @if (problem().correlationId; as id) {
        <span class="id">
          {{ 'ui.reportId' | translate }}
          <ui-copy [text]="id" [label]="'ui.correlationId' | translate" />
        </span>
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: var(--s3) var(--s4);
      padding: var(--s6);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--surface);
    }
    ui-icon {
      color: var(--danger);
      margin-block-start: 2px;
    }
    h2 {
      font-size: var(--t16);
    }
    p {
      margin-block-start: var(--s1);
      color: var(--muted);
      font-size: var(--t14);
    }
    .act {
      grid-column: 2;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s3) var(--s4);
      min-inline-size: 0;
    }
    .id {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s2);
      min-inline-size: 0;
      color: var(--muted);
      font-size: var(--t13);
    }
  `,
})
export class ErrorState {
  readonly problem = input.required<Problem>();
  readonly heading = input<string>();
  readonly retry = output();
}
