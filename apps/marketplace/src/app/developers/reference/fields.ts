import { Component, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { Field } from '../described';

/** The names of a body or an answer, with what each has to be; what is inside stands below it. */
@Component({
  selector: 'app-fields',
  imports: [TranslatePipe],
  template: `
    <ul>
      @for (one of fields(); track one.name) {
        <li>
          <code>{{ one.name }}</code>
          <span class="type">{{ one.type }}</span>
          @if (one.required && asked()) {
            <span class="required">{{ 'developers.required' | translate }}</span>
          }
          @for (rule of one.rules; track rule) {
            <span class="rule">{{ rule }}</span>
          }
          @if (one.fields.length > 0) {
            <app-fields [fields]="one.fields" [asked]="asked()" />
          }
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: block;
      direction: ltr;
      text-align: start;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    app-fields {
      margin-block-start: 4px;
      padding-inline-start: var(--s4);
      border-inline-start: 1px solid var(--line);
    }
    li {
      padding-block: 4px;
      font-size: var(--t13);
      overflow-wrap: anywhere;
    }
    code {
      font-weight: 600;
    }
    span {
      margin-inline-start: 8px;
      color: var(--muted);
    }
    .required {
      color: var(--attention);
    }
    .rule {
      font-size: var(--t12);
    }
  `,
})
export class Fields {
  readonly fields = input.required<readonly Field[]>();
  /** Of a question: then it matters what may be left out. */
  readonly asked = input(false);
}
