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
  styleUrl: './filter.scss',
  styles: `
    input {
      inline-size: 160px;
    }
  `,
})
export class FilterText {
  readonly label = input.required<string>();
  readonly value = model('');
  protected readonly id = uid('filter');
}
