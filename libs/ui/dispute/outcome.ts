import { Component, computed, inject, input } from '@angular/core';
import { negate } from '@money';
import { Say } from '../app/say';
import { FeeReceipt } from '../fee-receipt';
import type { Effect, Sides } from './split';

/** What an outcome means, as a receipt for each side: what is paid out, and what goes back. */
@Component({
  selector: 'ui-outcome',
  imports: [FeeReceipt],
  template: `
    <ui-fee-receipt
      [heading]="receipts().provider.heading"
      [lines]="receipts().provider.lines"
      [total]="receipts().provider.total"
    />
    <ui-fee-receipt
      [heading]="receipts().client.heading"
      [lines]="receipts().client.lines"
      [total]="receipts().client.total"
    />
    <p class="visually-hidden" role="status">{{ spoken() }}</p>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 205px), 1fr));
      gap: var(--s4);
      align-items: start;
    }
    /* The receipts lie on a card: their paper is the colour of the table below it. */
    ui-fee-receipt {
      --surface: var(--canvas);
    }
  `,
})
export class Outcome {
  private readonly say = inject(Say);
  readonly of = input.required<Effect>();
  readonly names = input.required<Sides>();

  protected readonly receipts = computed(() => {
    const { provider, client } = this.of();
    const word = (key: string) => this.say.it(`ui.dispute.effect.${key}`, { ...this.names() });
    return {
      provider: {
        heading: word('provider'),
        lines: [
          { label: word('gross'), amount: provider.gross, why: word('grossWhy') },
          { label: word('fee'), amount: negate(provider.fee), why: word('feeWhy') },
          { label: word('tax'), amount: negate(provider.tax) },
        ],
        total: { label: word('net'), amount: provider.net },
      },
      client: {
        heading: word('client'),
        lines: [
          { label: word('back'), amount: client.amount },
          { label: word('feeBack'), amount: client.feeBack, why: word('feeBackWhy') },
          { label: word('taxBack'), amount: client.taxBack },
        ],
        total: { label: word('refund'), amount: client.refund },
      },
    };
  });
  protected readonly spoken = computed(() =>
    this.say.it('ui.dispute.effect.spoken', {
      ...this.names(),
      net: this.say.money(this.of().provider.net, 'full'),
      refund: this.say.money(this.of().client.refund, 'full'),
    }),
  );
}
