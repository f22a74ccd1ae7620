import { Component, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Icon } from '../icon';
import { FieldControl } from './control';
import { FieldFrame } from './frame';

export interface Choice {
  value: string;
  label: string;
  /** A sentence below the label, on radio cards. */
  text?: string;
}

/** One of a list; the platform's own select, which phones and screen readers know best. */
@Component({
  selector: 'ui-select-field',
  imports: [FieldFrame, Icon],
  template: `
    <ui-field-frame
      [for]="id"
      [label]="label()"
      [hint]="hint()"
      [optional]="optional()"
      [problem]="problem()"
    >
      <span class="control" [class.wrong]="problem()" [class.off]="disabled()">
        <select
          #field
          [id]="id"
          [disabled]="disabled()"
          [attr.autocomplete]="autocomplete()"
          [attr.aria-invalid]="problem() ? true : null"
          [attr.aria-describedby]="describedBy()"
          (change)="value.set(field.value)"
          (blur)="touch.emit()"
        >
          @if (placeholder(); as words) {
            <option value="" [selected]="value() === ''">{{ words }}</option>
          }
          @for (choice of choices(); track choice.value) {
            <option [value]="choice.value" [selected]="value() === choice.value">
              {{ choice.label }}
            </option>
          }
        </select>
        <span class="affix chevron"><ui-icon name="chevron-down" [size]="16" /></span>
      </span>
    </ui-field-frame>
  `,
  styleUrl: './field.scss',
})
export class SelectField extends FieldControl implements FormValueControl<string> {
  readonly value = model('');
  readonly choices = input.required<readonly Choice[]>();
  /** Shown while nothing is chosen. */
  readonly placeholder = input<string>();
  readonly autocomplete = input<string>();
}
