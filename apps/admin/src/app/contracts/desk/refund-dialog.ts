import {
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { Money } from '@money';
import { TranslatePipe } from '@ngx-translate/core';
import type { ContractView } from '@wire/contracts';
import { answer } from '@ui/app/answer';
import { Say } from '@ui/app/say';
import { MoneyField } from '@ui/form/money-field';
import { RadioCards } from '@ui/form/radio-cards';
import { ProblemWords } from '@ui/problem-words';
import { ProposalDialog, type Send } from '@ui/proposal-dialog';
import { Skeleton } from '@ui/skeleton';
import { DeskApi } from './desk.api';
import { refundable, refundFault, restOf, takesTwo } from './refundable';

/** Sends money of a payment back to the client's card; above the limit a second person agrees first. */
@Component({
  selector: 'app-refund-dialog',
  imports: [MoneyField, ProblemWords, ProposalDialog, RadioCards, Skeleton, TranslatePipe],
  template: `
    <ui-proposal-dialog
      [heading]="'contracts.refund.heading' | translate"
      [lead]="'contracts.refund.lead' | translate: { client: of().client.name }"
      [verb]="verb()"
      [done]="'contracts.refund.done' | translate"
      [ready]="fault() === null"
      [send]="send"
      (closed)="closed.emit()"
    >
      @if (deposits.problem(); as problem) {
        <p role="alert">{{ problem | problem }}</p>
      } @else if (deposits.value()) {
        @if (choices().length > 0) {
          <ui-radio-cards
            stacked
            [label]="'contracts.refund.payment' | translate"
            [choices]="choices()"
            [value]="chosen()"
            (valueChange)="picked.set($event)"
          />
          <ui-money-field
            [label]="'contracts.refund.amount' | translate"
            [hint]="two() ? ('contracts.refund.two' | translate) : undefined"
            [currency]="of().total.currency"
            [touched]="touched()"
            [errors]="errors()"
            [(value)]="amount"
            (touch)="touched.set(true)"
          />
        } @else {
          <p class="muted">{{ 'contracts.refund.none' | translate }}</p>
        }
      } @else {
        <ui-skeleton [count]="3" />
      }
    </ui-proposal-dialog>
  `,
})
export class RefundDialog {
  private readonly api = inject(DeskApi);
  private readonly say = inject(Say);
  readonly of = input.required<ContractView>();
  readonly closed = output();

  protected readonly deposits = answer(() => this.api.deposits(this.of().id));
  private readonly open = computed(() => refundable(this.deposits.value() ?? []));
  protected readonly picked = signal('');
  protected readonly chosen = computed(() => this.picked() || (this.open()[0]?.id ?? ''));
  private readonly deposit = computed(() => this.open().find(({ id }) => id === this.chosen()));
  /** The rest of the payment, until another amount is written. */
  protected readonly amount = linkedSignal<string, Money | null>({
    source: this.chosen,
    computation: () => {
      const deposit = this.deposit();
      return deposit ? restOf(deposit) : null;
    },
  });
  protected readonly touched = signal(false);
  protected readonly fault = computed(() => {
    const deposit = this.deposit();
    return deposit ? refundFault(this.amount(), restOf(deposit)) : 'amount';
  });
  protected readonly errors = computed(() => {
    const fault = this.fault();
    const message = fault === 'too_much' ? 'payments.exceeds_captured' : '';
    return fault ? [{ kind: 'required', message }] : [];
  });
  protected readonly two = computed(() => takesTwo(this.amount()));
  protected readonly verb = computed(() => {
    const amount = this.amount();
    const word = this.two() ? 'ask' : 'verb';
    return this.say.it(`contracts.refund.${word}`, {
      amount: amount ? this.say.money(amount) : '',
    });
  });
  protected readonly choices = computed(() =>
    this.open().map((deposit) => {
      const { id, milestoneId, capturedAt, method } = deposit;
      const milestone = this.of().milestones.find((one) => one.id === milestoneId);
      return {
        value: id,
        label: `${this.say.money(restOf(deposit))} · ${milestone?.title ?? ''}`,
        text: [capturedAt ? this.say.day(capturedAt) : '', method ?? '']
          .filter(Boolean)
          .join(' · '),
      };
    }),
  );
  protected readonly send: Send = (reason, key) => {
    const [deposit, amount] = [this.deposit(), this.amount()];
    if (!deposit || !amount) throw new Error('the button waits for both');
    return this.api.refund(deposit.id, amount, reason, key);
  };
  private readonly dialog = viewChild.required(ProposalDialog);

  constructor() {
    effect(() => this.dialog().open());
  }
}
