import {
  booleanAttribute,
  Component,
  computed,
  inject,
  input,
  Pipe,
  type PipeTransform,
} from '@angular/core';
import type { Money } from '@money';
import { Words } from './app/words';
import { moneyParts, moneyText } from './money-format';

/** `<ui-money [of]="milestone.amount" />`: tabular, currency shown, minor units smaller, bidi-safe. */
@Component({
  selector: 'ui-money',
  template: `<bdi
    >{{ parts().before }}{{ parts().whole }}<span class="minor">{{ parts().minor }}</span
    >{{ parts().after }}</bdi
  >`,
  host: { '[class]': 'size()', '[class.credit]': 'signed() && credit()' },
  styles: `
    :host {
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    .minor {
      font-size: 0.8em;
    }
    :host(.large) {
      font-size: var(--t25);
      font-weight: 600;
      letter-spacing: -0.015em;
    }
    :host(.hero) {
      font-size: var(--t44);
      font-weight: 600;
      letter-spacing: -0.02em;
      line-height: 1.1;
    }
    :host(.large) .minor,
    :host(.hero) .minor {
      font-size: 0.62em;
      font-weight: 500;
      opacity: 0.85;
    }
    :host(.credit) {
      color: var(--brand);
    }
  `,
})
export class MoneyView {
  private readonly words = inject(Words);
  readonly of = input.required<Money>();
  readonly size = input<'text' | 'large' | 'hero'>('text');
  /** Shows a plus on credits and colours them, for statements. */
  readonly signed = input(false, { transform: booleanAttribute });
  protected readonly credit = computed(
    () => !this.of().amountMinor.startsWith('-') && this.of().amountMinor !== '0',
  );
  protected readonly parts = computed(() =>
    moneyParts(this.of(), this.words.locale(), this.signed()),
  );
}

/** For words with an amount in them: `'pay.release' | translate: { amount: (net | money) }`. */
@Pipe({ name: 'money', pure: false })
export class MoneyText implements PipeTransform {
  private readonly words = inject(Words);
  transform(of: Money | null | undefined, form: 'full' | 'short' = 'short'): string {
    return of ? moneyText(of, this.words.locale(), form === 'short') : '';
  }
}
