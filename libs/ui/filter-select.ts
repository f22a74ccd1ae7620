import { Component, input, model } from '@angular/core';
import { Icon } from './icon';
import { uid } from './uid';

/** One filter of a list, its name before its value: `<ui-filter-select label="State" … />`. */
@Component({
  selector: 'ui-filter-select',
  imports: [Icon],
  template: `
    <label [for]="id">{{ label() }}</label>
    <select #field [id]="id" (change)="value.set(field.value)">
      <option value="" [selected]="value() === ''">{{ all() }}</option>
      @for (choice of choices(); track choice.value) {
        <option [value]="choice.value" [selected]="value() === choice.value">
          {{ choice.label }}
        </option>
      }
    </select>
    <ui-icon name="chevron-down" [size]="14" />
  `,
  styleUrl: './filter.scss',
  styles: `
    select {
      max-inline-size: 220px;
      padding-inline: var(--s2) 30px;
      background: var(--surface);
      font-weight: 500;
      appearance: none;
      cursor: pointer;
    }
    ui-icon {
      position: absolute;
      inset-inline-end: 10px;
      color: var(--muted);
      pointer-events: none;
    }
  `,
})
export class FilterSelect {
  readonly label = input.required<string>();
  /** The word for "no filter". */
  readonly all = input.required<string>();
  readonly choices = input.required<readonly { value: string; label: string }[]>();
  readonly value = model('');
  protected readonly id = uid('filter');
}
