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
  styles: `
    :host {
      position: relative;
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
    select {
      min-block-size: 34px;
      max-inline-size: 220px;
      padding-inline: var(--s2) 30px;
      border: 0;
      border-radius: var(--radius-control);
      outline: none;
      background: var(--surface);
      color: var(--ink);
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
    @media (pointer: coarse) {
      :host {
        min-block-size: 44px;
      }
      select {
        min-block-size: 42px;
        font-size: 16px;
      }
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
