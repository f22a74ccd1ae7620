import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { isGreater, isPositive, type Money, subtract } from '@money';
import { refundDeposit } from '@wire/payments';
import { filter } from 'rxjs';
import { newKey } from '@ui/app/api';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Dialog } from '@ui/dialog';
import { FeeReceipt } from '@ui/fee-receipt';
import { ErrorSummary } from '@ui/form/error-summary';
import { MoneyField } from '@ui/form/money-field';
import { SelectField } from '@ui/form/select-field';
import { TextField } from '@ui/form/text-field';
import { MoneyText } from '@ui/money';
import { Toasts } from '@ui/toasts';
import { WalletActions, walletFeature } from '../wallet.store';

const untouched = { depositId: '', amount: null as Money | null, reason: '' };
const lesser = (a: Money, b: Money) => (isGreater(a, b) ? b : a);

/** Money that is free on the wallet goes back the way it came: to the card of one of the payments. */
@Component({
  selector: 'app-refund-dialog',
  imports: [
    Button,
    Dialog,
    ErrorSummary,
    FeeReceipt,
    MoneyField,
    MoneyText,
    SelectField,
    TextField,
    TranslatePipe,
  ],
  templateUrl: './refund-dialog.html',
})
export class RefundDialog {
  private readonly store = inject(Store);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  private readonly dialog = viewChild.required(Dialog);
  /** What is available on the wallet. */
  readonly free = input.required<Money>();
  protected readonly busy = this.store.selectSignal(walletFeature.selectBusy);
  protected readonly problem = this.store.selectSignal(walletFeature.selectProblem);
  protected readonly draft = signal(untouched);
  private readonly deposits = this.store.selectSignal(walletFeature.selectDeposits);
  private key = newKey();

  /** Payments with something left to send back, in the wallet's currency. */
  private readonly open = computed(() =>
    (this.deposits() ?? [])
      .filter(({ amount }) => amount.currency === this.free().currency)
      .map((deposit) => ({ ...deposit, left: subtract(deposit.amount, deposit.refunded) }))
      .filter(({ left }) => isPositive(left)),
  );
  protected readonly choices = computed(() =>
    this.open().map(({ id, left, createdAt, method }) => ({
      value: id,
      label: this.say.it('wallet.refund.payment', {
        day: this.say.day(createdAt),
        method: method ?? '',
        amount: this.say.money(left, 'full'),
      }),
    })),
  );
  protected readonly most = computed(() => {
    const deposit = this.open().find(({ id }) => id === this.draft().depositId);
    return deposit ? lesser(deposit.left, this.free()) : null;
  });
  protected readonly receipt = computed(() => {
    const { amount } = this.draft();
    if (!amount) return null;
    return {
      lines: [{ label: this.say.it('wallet.refund.taken'), amount }],
      total: { label: this.say.it('wallet.refund.back'), amount },
    };
  });
  protected readonly ready = computed(() => {
    const { depositId, amount, reason } = this.draft();
    const most = this.most();
    const fits = amount !== null && most !== null && !isGreater(amount, most);
    return depositId !== '' && fits && refundDeposit.safeParse({ amount, reason }).success;
  });

  constructor() {
    inject(Actions)
      .pipe(
        ofType(WalletActions.done),
        filter(({ deed }) => deed === 'refund'),
        takeUntilDestroyed(),
      )
      .subscribe(() => {
        this.dialog().close();
        this.toasts.say({ text: this.say.it('wallet.refund.done') });
      });
  }

  show(): void {
    this.key = newKey();
    this.draft.set(untouched);
    this.store.dispatch(WalletActions.problemRead());
    this.store.dispatch(WalletActions.depositsAsked());
    this.dialog().open();
  }
  protected change(to: Partial<typeof untouched>): void {
    this.draft.update((draft) => ({ ...draft, ...to }));
  }
  protected choose(depositId: string): void {
    this.change({ depositId });
    this.change({ amount: this.most() });
  }
  protected send(event: Event): void {
    event.preventDefault();
    const { depositId, amount, reason } = this.draft();
    if (!this.ready() || !amount) return;
    this.store.dispatch(WalletActions.refund({ depositId, amount, reason, key: this.key }));
  }
}
