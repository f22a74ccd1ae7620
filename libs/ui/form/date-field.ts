import { Component, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { FieldControl } from './control';
import { FieldFrame } from './frame';

/** A day, `YYYY-MM-DD`, or '' while none is chosen. */
@Component({
  selector: 'ui-date-field',
  imports: [FieldFrame],
  template: `
    <ui-field-frame
      [for]="id"
      [label]="label()"
      [hint]="hint()"
      [optional]="optional()"
      [problem]="problem()"
    >
      <span class="control" [class.wrong]="problem()" [class.off]="disabled()">
        <input
          #field
          type="date"
          [id]="id"
          [value]="value()"
          [disabled]="disabled()"
          [attr.min]="from()"
          [attr.max]="to()"
          [attr.aria-invalid]="problem() ? true : null"
          [attr.aria-describedby]="describedBy()"
          (change)="value.set(field.value)"
          (blur)="touch.emit()"
        />
      </span>
    </ui-field-frame>
  `,
  styleUrl: './field.scss',
})
export class DateField extends FieldControl implements FormValueControl<string> {
  readonly value = model('');
  /** First and last day that may be chosen. */
  readonly from = input<string>();
  readonly to = input<string>();
}
