import { Component, input, model } from '@angular/core';
import { uid } from './uid';

/** A day as a filter of a list, its name before its value; '' while none is chosen. */
@Component({
  selector: 'ui-filter-date',
  template: `
    <label [for]="id">{{ label() }}</label>
    <input
      #field
      type="date"
      [id]="id"
      [value]="value()"
      [attr.min]="from()"
      [attr.max]="to()"
      (change)="value.set(field.value)"
    />
  `,
  styleUrl: './filter.scss',
  styles: `
    input {
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class FilterDate {
  readonly label = input.required<string>();
  readonly value = model('');
  /** First and last day that may be chosen. */
  readonly from = input<string>();
  readonly to = input<string>();
  protected readonly id = uid('filter');
}
