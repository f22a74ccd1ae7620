import { Component, input, model } from '@angular/core';
import { uid } from './uid';

/** A word as a filter of a list, its name before it; it counts once Enter is pressed or the field left. */
@Component({
  selector: 'ui-filter-text',
  template: `
    <label [for]="id">{{ label() }}</label>
    <input
      #field
      type="search"
      dir="auto"
      [id]="id"
      [value]="value()"
      (change)="value.set(field.value.trim())"
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
      inline-size: 160px;
      padding-inline: var(--s2) var(--s3);
      border: 0;
      border-radius: var(--radius-control);
      outline: none;
      background: none;
      color: var(--ink);
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
export class FilterText {
  readonly label = input.required<string>();
  readonly value = model('');
  protected readonly id = uid('filter');
}
