import { Component, computed, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Icon } from './icon';

export interface RailStep {
  id: string;
  label: string;
  /** A short line below the label: a date, an amount. */
  note?: string;
}

/**
 * Where a contract stands: offer · funded · working · review · released. Steps before `current` are
 * done; give a `current` that is no step (`'done'`) when all are. `stopped` marks a rail that ended early.
 */
@Component({
  selector: 'ui-state-rail',
  imports: [Icon, TranslatePipe],
  template: `
    <ol [attr.aria-label]="label()">
      @for (step of steps(); track step.id; let i = $index) {
        <li
          [class.done]="i < at()"
          [class.now]="i === at()"
          [class.stopped]="i === at() && stopped()"
          [attr.aria-current]="i === at() ? 'step' : null"
        >
          <span class="dot">
            @if (i < at()) {
              <ui-icon name="check" [size]="14" />
            } @else if (i === at() && stopped()) {
              <ui-icon name="close" [size]="14" />
            } @else {
              <b></b>
            }
          </span>
          <span class="words">
            {{ step.label }}
            @if (i < at()) {
              <span class="visually-hidden">{{ 'ui.done' | translate }}</span>
            }
            @if (step.note) {
              <small>{{ step.note }}</small>
            }
          </span>
        </li>
      }
    </ol>
  `,
  styleUrl: './state-rail.scss',
})
export class StateRail {
  readonly label = input.required<string>();
  readonly steps = input.required<readonly RailStep[]>();
  readonly current = input.required<string>();
  readonly stopped = input(false);
  protected readonly at = computed(() => {
    const found = this.steps().findIndex(({ id }) => id === this.current());
    return found === -1 ? this.steps().length : found;
  });
}
