import { Component, input } from '@angular/core';
import type { Money } from '@money';
import { Mark } from './mark';
import { MoneyView } from './money';
import { Why } from './why';

/** One line of the receipt. `rate` is as people say it ("3 %"); `why` explains it in a sentence. */
export interface ReceiptLine {
  label: string;
  amount: Money;
  rate?: string;
  why?: string;
}

/**
 * The till receipt before every commit: lines, total, and what the other side gets. The same piece
 * in checkout, proposal, release and payout. Lines must add up to the total; `receipt.ts` of the
 * feature builds them from `@money/fees`, the component only shows.
 */
@Component({
  selector: 'ui-fee-receipt',
  imports: [Mark, MoneyView, Why],
  templateUrl: './fee-receipt.html',
  styleUrl: './fee-receipt.scss',
})
export class FeeReceipt {
  readonly heading = input.required<string>();
  readonly lines = input.required<readonly ReceiptLine[]>();
  readonly total = input.required<ReceiptLine>();
  /** "Provider gets" when a client pays, "Client paid" when a provider is paid. */
  readonly other = input<ReceiptLine>();
  /** A quiet sentence under the receipt: when, from where, what can still change. */
  readonly note = input<string>();
}
