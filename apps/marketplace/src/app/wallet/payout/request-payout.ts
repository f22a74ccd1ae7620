import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { isGreater, isPositive, minor, type Money, zero } from '@money';
import { approvalLimitMinor, type BankAccount } from '@wire/payouts';
import { filter } from 'rxjs';
import { newKey } from '@ui/app/api';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { FeeReceipt } from '@ui/fee-receipt';
import { ErrorSummary } from '@ui/form/error-summary';
import { MoneyField } from '@ui/form/money-field';
import { SelectField } from '@ui/form/select-field';
import { Icon } from '@ui/icon';
import { MoneyText } from '@ui/money';
import { Toasts } from '@ui/toasts';
import { WalletActions, walletFeature } from '../wallet.store';

/** How much, to which bank; what arrives and when; and why a person may look at it first. */
@Component({
  selector: 'app-request-payout',
  imports: [
    Button,
    Card,
    ErrorSummary,
    FeeReceipt,
    Icon,
    MoneyField,
    MoneyText,
    SelectField,
    TranslatePipe,
  ],
  templateUrl: './request-payout.html',
  styleUrl: './request-payout.scss',
})
export class RequestPayout {
  private readonly store = inject(Store);
  private readonly say = inject(Say);
  /** What is available on the wallet; null while it is not known. */
  readonly free = input.required<Money | null>();
  readonly banks = input.required<readonly BankAccount[]>();
  protected readonly busy = this.store.selectSignal(walletFeature.selectBusy);
  protected readonly problem = this.store.selectSignal(walletFeature.selectProblem);
  private readonly typed = signal<Money | null | undefined>(undefined);
  /** One key per intent: kept while the same payout is tried again. */
  private key = newKey();

  /** All of it, until another amount is typed. */
  protected readonly amount = computed(() => {
    const typed = this.typed();
    return typed === undefined ? this.free() : typed;
  });
  private readonly verified = computed(() =>
    this.banks().filter(({ state }) => state === 'verified'),
  );
  protected readonly choices = computed(() =>
    this.verified().map(({ id, holder, last4 }) => ({ value: id, label: `${holder} ••${last4}` })),
  );
  protected readonly bank = linkedSignal(() => this.choices()[0]?.value ?? '');
  protected readonly tooMuch = computed(() => {
    const [amount, free] = [this.amount(), this.free()];
    return amount !== null && free !== null && isGreater(amount, free);
  });
  protected readonly ready = computed(() => {
    const amount = this.amount();
    return amount !== null && isPositive(amount) && !this.tooMuch() && this.bank() !== '';
  });
  protected readonly looked = computed(() => {
    const amount = this.amount();
    return amount !== null && minor(amount) > approvalLimitMinor;
  });
  protected readonly receipt = computed(() => {
    const amount = this.amount() ?? zero('INR');
    const word = (key: string) => this.say.it(`wallet.payout.${key}`);
    return {
      lines: [
        { label: word('fromWallet'), amount },
        { label: word('fee'), amount: zero(amount.currency), why: word('feeWhy') },
      ],
      total: { label: word('arrives'), amount },
    };
  });

  constructor() {
    const toasts = inject(Toasts);
    inject(Actions)
      .pipe(
        ofType(WalletActions.done),
        filter(({ deed }) => deed === 'payout'),
        takeUntilDestroyed(),
      )
      .subscribe(() => {
        this.key = newKey();
        this.typed.set(undefined);
        toasts.say({ text: this.say.it('wallet.payout.done') });
      });
  }

  protected change(amount: Money | null): void {
    this.typed.set(amount);
    this.key = newKey();
  }
  protected request(event: Event): void {
    event.preventDefault();
    const amount = this.amount();
    if (!this.ready() || !amount) return;
    const input = { amount, bankAccountId: this.bank() };
    this.store.dispatch(WalletActions.requestPayout({ input, key: this.key }));
  }
}
