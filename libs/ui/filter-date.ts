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
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      min-block-size: 36px;
      border: 1px solid var(--line);
      border-radius: var(--radius-control);
      background: var(--surface);
      font-size: var(--t14);
    }
    :host(:focus-within) {
      outline: 2px solid var(--brand);
      outline-offset: -1px;
    }
    label {
      padding-inline-start: var(--s3);
      color: var(--muted);
      white-space: nowrap;
    }
    input {
      min-block-size: 34px;
      padding-inline: var(--s2) var(--s3);
      border: 0;
      border-radius: var(--radius-control);
      outline: none;
      background: none;
      font-variant-numeric: tabular-nums;
    }
    @media (pointer: coarse) {
      :host {
        min-block-size: 44px;
      }
      input {
        min-block-size: 42px;
        font-size: 16px;
      }
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
