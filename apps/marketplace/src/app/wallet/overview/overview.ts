import { Component, computed, DestroyRef, effect, inject, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { isPositive } from '@money';
import { Session } from '@ui/app/session';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { ErrorState } from '@ui/error-state';
import { Icon } from '@ui/icon';
import { Mark } from '@ui/mark';
import { Moment } from '@ui/moment';
import { MoneyText, MoneyView } from '@ui/money';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { WalletActions, walletFeature } from '../wallet.store';
import { RefundDialog } from './refund-dialog';

/** Where my money stands, what comes next, and the one thing to do with it. */
@Component({
  selector: 'app-overview',
  imports: [
    Button,
    Card,
    ErrorState,
    Icon,
    Mark,
    Moment,
    MoneyText,
    MoneyView,
    PageHeader,
    RefundDialog,
    RouterLink,
    Skeleton,
    TranslatePipe,
  ],
  templateUrl: './overview.html',
  styleUrl: './overview.scss',
})
export class Overview {
  private readonly store = inject(Store);
  private readonly session = inject(Session);
  protected readonly refunding = viewChild(RefundDialog);
  protected readonly role = this.session.activeRole;
  protected readonly wallet = this.store.selectSignal(walletFeature.selectWallet);
  protected readonly missed = this.store.selectSignal(walletFeature.selectMissed);
  /** The currency that there is something of, for the one button. */
  protected readonly free = computed(
    () => this.wallet()?.balances.find(({ available }) => isPositive(available))?.available ?? null,
  );

  constructor() {
    effect(() => this.load());
    inject(DestroyRef).onDestroy(() => this.store.dispatch(WalletActions.left()));
  }

  protected load(): void {
    const viewer = this.session.viewer();
    if (viewer) this.store.dispatch(WalletActions.opened({ accountId: viewer.id }));
  }
}
