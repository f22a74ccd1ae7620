import { Component, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslatePipe } from '@ngx-translate/core';
import { FieldControl } from './control';
import { FieldFrame } from './frame';

/** A rating to give, 1 to 5; 0 while none is given. Five radios, so arrow keys work. */
@Component({
  selector: 'ui-stars-field',
  imports: [FieldFrame, TranslatePipe],
  template: `
    <ui-field-frame
      [group]="true"
      [for]="id"
      [label]="label()"
      [hint]="hint()"
      [problem]="problem()"
    >
      <div class="stars" role="radiogroup" [attr.aria-labelledby]="id + '-label'">
        @for (star of [1, 2, 3, 4, 5]; track star) {
          <label [class.lit]="star <= value()">
            <input
              type="radio"
              [name]="id"
              [checked]="value() === star"
              [disabled]="disabled()"
              [attr.aria-label]="'ui.stars' | translate: { count: star }"
              (change)="value.set(star)"
              (blur)="touch.emit()"
            />
            <svg viewBox="0 0 14 14" width="28" height="28" aria-hidden="true">
              <path d="m7 1 1.8 3.8 4.1.5-3 2.9.7 4.1L7 10.3l-3.6 2 .7-4.1-3-2.9 4.1-.5z" />
            </svg>
          </label>
        }
        @if (value() > 0) {
          <span class="word">{{ 'ui.starWords.' + value() | translate }}</span>
        }
      </div>
    </ui-field-frame>
  `,
  styles: `
    .stars {
      display: flex;
      align-items: center;
    }
    label {
      position: relative;
      display: grid;
      place-items: center;
      inline-size: 44px;
      block-size: 44px;
      margin-inline-start: -4px;
      border-radius: var(--radius-control);
      cursor: pointer;
    }
    label:has(:focus-visible) {
      outline: 2px solid var(--brand);
      outline-offset: -2px;
    }
    input {
      position: absolute;
      inset: 0;
      margin: 0;
      opacity: 0;
      cursor: pointer;
    }
    path {
      fill: transparent;
      stroke: var(--line-strong);
      stroke-width: 0.8;
      stroke-linejoin: round;
    }
    .lit path {
      fill: var(--attention);
      stroke: var(--attention);
    }
    .word {
      margin-inline-start: var(--s2);
      color: var(--muted);
      font-size: var(--t14);
    }
  `,
})
export class StarsField extends FieldControl implements FormValueControl<number> {
  readonly value = model(0);
}
