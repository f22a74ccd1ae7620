import { Component, computed, DestroyRef, effect, inject, viewChild } from '@angular/core';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { Session } from '@ui/app/session';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { EmptyState } from '@ui/empty-state';
import { ErrorState } from '@ui/error-state';
import { Moment } from '@ui/moment';
import { Now } from '@ui/now';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Status, type Tone } from '@ui/status';
import type { BankAccount } from '@wire/payouts';
import { WalletActions, walletFeature } from '../wallet.store';
import { AddBank } from './add-bank';
import { PayoutList } from './payout-list';
import { RequestPayout } from './request-payout';

const tones: Record<BankAccount['state'], Tone> = {
  verifying: 'attention',
  verified: 'brand',
  failed: 'danger',
};

/** From the wallet to the bank: accounts and their check, the request, and what became of each. */
@Component({
  selector: 'app-payout',
  imports: [
    AddBank,
    Button,
    Card,
    EmptyState,
    ErrorState,
    Moment,
    PageHeader,
    PayoutList,
    RequestPayout,
    Skeleton,
    Status,
    TranslatePipe,
  ],
  templateUrl: './payout.html',
  styleUrl: './payout.scss',
})
export class Payout {
  private readonly store = inject(Store);
  private readonly session = inject(Session);
  private readonly now = inject(Now);
  protected readonly adding = viewChild(AddBank);
  protected readonly wallet = this.store.selectSignal(walletFeature.selectWallet);
  protected readonly banks = this.store.selectSignal(walletFeature.selectBanks);
  protected readonly payouts = this.store.selectSignal(walletFeature.selectPayouts);
  protected readonly missed = this.store.selectSignal(walletFeature.selectMissed);
  protected readonly tones = tones;
  /** Payouts go to Indian banks, in rupees. */
  protected readonly free = computed(
    () => this.wallet()?.balances.find(({ currency }) => currency === 'INR')?.available ?? null,
  );

  constructor() {
    effect(() => this.load());
    inject(DestroyRef).onDestroy(() => this.store.dispatch(WalletActions.left()));
  }

  /** Until when an account that took the place of another waits; null when it does not. */
  protected resting({ restsUntil }: BankAccount): string | null {
    return restsUntil && Date.parse(restsUntil) > this.now.at() ? restsUntil : null;
  }
  protected load(): void {
    const viewer = this.session.viewer();
    if (viewer) this.store.dispatch(WalletActions.payoutsOpened({ accountId: viewer.id }));
  }
}
