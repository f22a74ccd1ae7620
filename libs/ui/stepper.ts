import { Component, computed, input, output } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Icon } from './icon';

export interface Step {
  id: string;
  label: string;
  /** The step has what it needs; done steps can be gone back to. */
  done?: boolean;
}

/** Where a wizard is: `<ui-stepper [steps]="steps()" [current]="step()" (go)="step.set($event)" />`. */
@Component({
  selector: 'ui-stepper',
  imports: [Icon, TranslatePipe],
  template: `
    <nav [attr.aria-label]="'ui.steps' | translate">
      <p class="short">
        {{ 'ui.stepOf' | translate: { at: at() + 1, of: steps().length } }}
        <b>{{ steps()[at()]?.label }}</b>
      </p>
      <ol>
        @for (step of steps(); track step.id; let i = $index) {
          <li [class.done]="step.done" [class.now]="i === at()">
            <button
              type="button"
              [disabled]="i > at() && !step.done && !steps()[i - 1]?.done"
              [attr.aria-current]="i === at() ? 'step' : null"
              (click)="go.emit(step.id)"
            >
              <span class="dot">
                @if (step.done && i !== at()) {
                  <ui-icon name="check" [size]="14" />
                } @else {
                  {{ i + 1 }}
                }
              </span>
              <span class="label">{{ step.label }}</span>
            </button>
          </li>
        }
      </ol>
    </nav>
  `,
  styles: `
    ol {
      display: flex;
      gap: var(--s2);
    }
    li {
      flex: 1;
      border-block-start: 3px solid var(--line);
    }
    li.done,
    li.now {
      border-color: var(--brand);
    }
    button {
      display: flex;
      align-items: center;
      gap: var(--s2);
      inline-size: 100%;
      min-block-size: 44px;
      padding: var(--s1) 0;
      border: 0;
      background: none;
      color: var(--muted);
      font-size: var(--t14);
      text-align: start;
      cursor: pointer;
    }
    button:disabled {
      cursor: default;
    }
    .dot {
      flex: none;
      display: grid;
      place-items: center;
      inline-size: 22px;
      block-size: 22px;
      border-radius: var(--radius-full);
      background: var(--sunken);
      font-size: var(--t12);
      font-weight: 600;
    }
    .done .dot {
      background: var(--brand-soft);
      color: var(--brand-strong);
    }
    .now .dot {
      background: var(--brand);
      color: var(--on-brand);
    }
    .now button {
      color: var(--ink);
      font-weight: 600;
    }
    .short {
      display: none;
      margin-block-end: var(--s2);
      color: var(--muted);
      font-size: var(--t14);
    }
    .short b {
      color: var(--ink);
    }
    @media (max-width: 760px) {
      .short {
        display: block;
      }
      .dot {
        display: none;
      }
      .label {
        position: absolute;
        inline-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
        white-space: nowrap;
      }
      button {
        min-block-size: 24px;
      }
    }
  `,
})
export class Stepper {
  readonly steps = input.required<readonly Step[]>();
  readonly current = input.required<string>();
  readonly go = output<string>();
  protected readonly at = computed(() =>
    Math.max(
      0,
      this.steps().findIndex(({ id }) => id === this.current()),
    ),
  );
}
