import {
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { type Money, money } from '@money';
import { TranslatePipe } from '@ngx-translate/core';
import type { ContractView } from '@wire/contracts';
import { goodwillLimitMinor } from '@wire/refunds';
import { Say } from '@ui/app/say';
import { MoneyField } from '@ui/form/money-field';
import { ProposalDialog, type Send } from '@ui/proposal-dialog';
import { DeskApi } from './desk.api';
import { goodwillFault } from './refundable';

/** Support wants the house to give the client something back; finance agrees or not. */
@Component({
  selector: 'app-goodwill-dialog',
  imports: [MoneyField, ProposalDialog, TranslatePipe],
  template: `
    <ui-proposal-dialog
      [heading]="'contracts.goodwill.heading' | translate"
      [lead]="'contracts.goodwill.lead' | translate: { client: of().client.name }"
      [verb]="'contracts.goodwill.verb' | translate"
      [ready]="fault() === null"
      [send]="send"
      (closed)="closed.emit()"
    >
      <ui-money-field
        [label]="'contracts.goodwill.amount' | translate"
        [hint]="hint()"
        [currency]="of().total.currency"
        [touched]="touched()"
        [errors]="errors()"
        [(value)]="amount"
        (touch)="touched.set(true)"
      />
    </ui-proposal-dialog>
  `,
})
export class GoodwillDialog {
  private readonly api = inject(DeskApi);
  private readonly say = inject(Say);
  readonly of = input.required<ContractView>();
  readonly closed = output();

  protected readonly amount = signal<Money | null>(null);
  protected readonly touched = signal(false);
  protected readonly fault = computed(() => goodwillFault(this.amount()));
  protected readonly errors = computed(() => {
    const fault = this.fault();
    return fault
      ? [{ kind: 'required', message: fault === 'too_much' ? 'refunds.too_large' : '' }]
      : [];
  });
  protected readonly hint = computed(() =>
    this.say.it('contracts.goodwill.hint', {
      limit: this.say.money(money(goodwillLimitMinor, this.of().total.currency)),
    }),
  );
  protected readonly send: Send = (reason, key) => {
    const amount = this.amount();
    if (!amount) throw new Error('the button waits for an amount');
    return this.api.goodwill(this.of().id, amount, reason, key);
  };
  private readonly dialog = viewChild.required(ProposalDialog);

  constructor() {
    effect(() => this.dialog().open());
  }
}
