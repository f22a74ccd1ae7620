import { Component, computed, type ElementRef, model, output, viewChild } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { FieldControl } from './control';
import { FieldFrame } from './frame';

/** Six digits: one real input (so paste and `one-time-code` work) drawn as six boxes. */
@Component({
  selector: 'ui-otp-field',
  imports: [FieldFrame],
  template: `
    <ui-field-frame [for]="id" [label]="label()" [hint]="hint()" [problem]="problem()">
      <span class="otp" dir="ltr" [class.wrong]="problem()">
        <input
          #field
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength="9"
          pattern="[0-9]*"
          [id]="id"
          [value]="value()"
          [disabled]="disabled()"
          [attr.aria-invalid]="problem() ? true : null"
          [attr.aria-describedby]="describedBy()"
          (input)="read(field)"
          (blur)="touch.emit()"
        />
        <span class="boxes" aria-hidden="true">
          @for (digit of digits(); track $index) {
            <span [class.next]="$index === value().length">{{ digit }}</span>
          }
        </span>
      </span>
    </ui-field-frame>
  `,
  styles: `
    .otp {
      position: relative;
      inline-size: fit-content;
    }
    input {
      position: absolute;
      z-index: 1;
      inset: 0;
      inline-size: 100%;
      padding: 0;
      border: 0;
      outline: none;
      background: transparent;
      color: transparent;
      caret-color: transparent;
    }
    input::selection {
      background: transparent;
    }
    .boxes {
      display: flex;
      gap: var(--s2);
    }
    .boxes span {
      display: grid;
      place-items: center;
      inline-size: 44px;
      block-size: 52px;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-control);
      background: var(--surface);
      font-size: var(--t20);
      font-weight: 600;
      font-variant-numeric: tabular-nums;
    }
    .boxes span:nth-child(3) {
      margin-inline-end: var(--s2);
    }
    input:focus + .boxes .next {
      border-color: var(--brand);
      box-shadow: inset 0 0 0 1px var(--brand);
    }
    input:focus + .boxes:not(:has(.next)) span {
      border-color: var(--brand);
    }
    .wrong .boxes span {
      border-color: var(--danger);
    }
    @media (max-width: 400px) {
      .boxes span {
        inline-size: 40px;
      }
    }
  `,
})
export class OtpField extends FieldControl implements FormValueControl<string> {
  readonly value = model('');
  /** The sixth digit is in: the page may send it at once. */
  readonly complete = output<string>();
  protected readonly digits = computed(() =>
    Array.from({ length: 6 }, (_, at) => this.value()[at] ?? ''),
  );
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  focus(): void {
    this.field().nativeElement.focus();
  }
  protected read(field: HTMLInputElement): void {
    const digits = field.value.replace(/\D/g, '').slice(0, 6);
    field.value = digits;
    this.value.set(digits);
    if (digits.length === 6) this.complete.emit(digits);
  }
}
