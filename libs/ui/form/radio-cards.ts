import { booleanAttribute, Component, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { FieldControl } from './control';
import { FieldFrame } from './frame';
import type { Choice } from './select-field';

/** One of a few that deserve a sentence each: cards side by side, one choice. */
@Component({
  selector: 'ui-radio-cards',
  imports: [FieldFrame],
  template: `
    <ui-field-frame
      [group]="true"
      [for]="id"
      [label]="label()"
      [hint]="hint()"
      [optional]="optional()"
      [problem]="problem()"
    >
      <div
        class="cards"
        [class.stacked]="stacked()"
        role="radiogroup"
        [attr.aria-labelledby]="id + '-label'"
      >
        @for (choice of choices(); track choice.value) {
          <label>
            <input
              type="radio"
              [name]="id"
              [value]="choice.value"
              [checked]="value() === choice.value"
              [disabled]="disabled()"
              (change)="value.set(choice.value)"
              (blur)="touch.emit()"
            />
            <span class="dot"></span>
            <span>
              <b>{{ choice.label }}</b>
              @if (choice.text) {
                <small>{{ choice.text }}</small>
              }
            </span>
          </label>
        }
      </div>
    </ui-field-frame>
  `,
  styles: `
    .cards {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 200px), 1fr));
      gap: var(--s2);
    }
    .stacked {
      grid-template-columns: minmax(0, 1fr);
    }
    label {
      position: relative;
      display: flex;
      gap: var(--s3);
      padding: var(--s3) var(--s4);
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-control);
      background: var(--surface);
      font-size: var(--t14);
      line-height: 1.45;
      cursor: pointer;
    }
    label:has(:checked) {
      border-color: var(--brand);
      background: var(--brand-soft);
      box-shadow: inset 0 0 0 1px var(--brand);
    }
    label:has(:focus-visible) {
      outline: 2px solid var(--brand);
      outline-offset: 2px;
    }
    input {
      position: absolute;
      inset: 0;
      margin: 0;
      opacity: 0;
      cursor: pointer;
    }
    .dot {
      flex: none;
      inline-size: 18px;
      block-size: 18px;
      margin-block-start: 1px;
      border: 1.5px solid var(--line-strong);
      border-radius: var(--radius-full);
      background: var(--surface);
    }
    :checked + .dot {
      border: 5.5px solid var(--brand);
    }
    b {
      font-weight: 550;
    }
    small {
      display: block;
      color: var(--muted);
      font-size: var(--t13);
    }
    :checked ~ span small {
      color: var(--ink);
    }
  `,
})
export class RadioCards extends FieldControl implements FormValueControl<string> {
  readonly value = model('');
  readonly choices = input.required<readonly Choice[]>();
  /** One below the other, whatever the width. */
  readonly stacked = input(false, { transform: booleanAttribute });
}
