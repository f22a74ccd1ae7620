import { Component, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Icon } from '../icon';

/** Label, hint and error around a control; the kit's fields use it, pages do not. */
@Component({
  selector: 'ui-field-frame',
  imports: [Icon, TranslatePipe],
  template: `
    @if (group()) {
      <span class="label" [id]="for() + '-label'">
        {{ label() }}
        @if (optional()) {
          <small>{{ 'ui.optional' | translate }}</small>
        }
      </span>
    } @else {
      <label class="label" [for]="for()">
        {{ label() }}
        @if (optional()) {
          <small>{{ 'ui.optional' | translate }}</small>
        }
      </label>
    }
    @if (hint(); as words) {
      <p class="hint" [id]="for() + '-hint'">{{ words }}</p>
    }
    <ng-content />
    @if (problem(); as words) {
      <p class="error" [id]="for() + '-error'"><ui-icon name="alert" [size]="16" />{{ words }}</p>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 6px;
      min-inline-size: 0;
    }
    .label {
      font-size: var(--t14);
      font-weight: 550;
      line-height: 1.4;
    }
    small {
      margin-inline-start: 6px;
      color: var(--muted);
      font-size: var(--t13);
      font-weight: 400;
    }
    .hint {
      margin-block-start: -4px;
      color: var(--muted);
      font-size: var(--t13);
      line-height: 1.45;
    }
    .error {
      display: flex;
      gap: 6px;
      color: var(--danger);
      font-size: var(--t13);
      line-height: 1.45;
    }
    .error ui-icon {
      margin-block-start: 1px;
    }
  `,
})
export class FieldFrame {
  readonly for = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly optional = input(false);
  readonly problem = input<string | null>(null);
  /** The control is several controls: the label becomes a group's name. */
  readonly group = input(false);
}
