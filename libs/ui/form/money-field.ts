import {
  Component,
  computed,
  type ElementRef,
  input,
  model,
  signal,
  viewChild,
} from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { decimal, exponents, type Currency, type Money, parse } from '@money';
import { TranslatePipe } from '@ngx-translate/core';
import { FieldControl } from './control';
import { FieldFrame } from './frame';

/** An amount typed in major units; its value is whole minor units, or null while it is no amount. */
@Component({
  selector: 'ui-money-field',
  imports: [FieldFrame, TranslatePipe],
  template: `
    <ui-field-frame
      [for]="id"
      [label]="label()"
      [hint]="hint()"
      [optional]="optional()"
      [problem]="unreadable() ? ('ui.errors.amount' | translate) : problem()"
    >
      <span class="control" [class.wrong]="unreadable() || problem()" [class.off]="disabled()">
        <span class="affix start" aria-hidden="true">{{ symbol() }}</span>
        <input
          #field
          class="num"
          dir="ltr"
          inputmode="decimal"
          autocomplete="off"
          [id]="id"
          [value]="text()"
          [disabled]="disabled()"
          [attr.placeholder]="placeholder()"
          [attr.aria-invalid]="unreadable() || problem() ? true : null"
          [attr.aria-describedby]="describedBy()"
          (input)="take(field.value)"
          (blur)="settle()"
        />
        <span class="affix">{{ currency() }}</span>
      </span>
    </ui-field-frame>
  `,
  styleUrl: './field.scss',
})
export class MoneyField extends FieldControl implements FormValueControl<Money | null> {
  readonly value = model<Money | null>(null);
  readonly currency = input<Currency>('INR');
  readonly placeholder = input('0');
  protected readonly typing = signal(false);
  private readonly lastTyped = signal('');
  protected readonly unreadable = computed(
    () => !this.typing() && this.lastTyped().trim() !== '' && !this.read(this.lastTyped()),
  );
  /** As typed while typing; afterwards as understood; what cannot be understood stays as it was. */
  protected readonly text = computed(() => {
    const value = this.value();
    if (this.typing() || this.unreadable()) return this.lastTyped();
    return value ? grouped(value) : '';
  });
  protected readonly symbol = computed(
    () =>
      new Intl.NumberFormat('en', {
        style: 'currency',
        currency: this.currency(),
        currencyDisplay: 'narrowSymbol',
      })
        .formatToParts(0)
        .find(({ type }) => type === 'currency')?.value,
  );
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  focus(): void {
    this.field().nativeElement.focus();
  }
  protected take(typed: string): void {
    this.typing.set(true);
    this.lastTyped.set(typed);
    this.value.set(this.read(typed));
  }
  /** On leaving, the amount is shown as it was understood. */
  protected settle(): void {
    this.typing.set(false);
    this.touch.emit();
  }
  private read(typed: string): Money | null {
    return parse(typed, this.currency());
  }
}

const grouped = (value: Money): string =>
  new Intl.NumberFormat('en-IN', { minimumFractionDigits: exponents[value.currency] }).format(
    decimal(value) as Intl.StringNumericLiteral,
  );
