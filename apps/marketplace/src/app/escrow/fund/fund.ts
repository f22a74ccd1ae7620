import { Component, computed, DOCUMENT, effect, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { newKey } from '@ui/app/api';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { ErrorState } from '@ui/error-state';
import { FeeReceipt } from '@ui/fee-receipt';
import { ErrorSummary } from '@ui/form/error-summary';
import { Icon } from '@ui/icon';
import { MoneyText } from '@ui/money';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { EscrowActions, escrowFeature } from '../escrow.store';
import { followMilestone } from '../milestone-page';
import { fundReceipt } from '../receipts';
import { DepositWatch, type Outcome } from './deposit-watch';
import { postTo } from './post-to';

/** The client funds a milestone: the receipt, one button, and what became of the payment. */
@Component({
  selector: 'app-fund',
  imports: [
    Button,
    Card,
    DepositWatch,
    ErrorState,
    ErrorSummary,
    FeeReceipt,
    Icon,
    MoneyText,
    PageHeader,
    RouterLink,
    Skeleton,
    TranslatePipe,
  ],
  templateUrl: './fund.html',
  styleUrl: './fund.scss',
})
export class Fund {
  private readonly store = inject(Store);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  private readonly document = inject(DOCUMENT);
  /** From the address; `deposit` when the gateway has sent the browser back. */
  readonly contractId = input.required<string>();
  readonly milestoneId = input.required<string>();
  readonly deposit = input<string>();

  protected readonly open = followMilestone(this.contractId, this.milestoneId);
  protected readonly missed = this.store.selectSignal(escrowFeature.selectMissed);
  protected readonly busy = this.store.selectSignal(escrowFeature.selectBusy);
  protected readonly problem = this.store.selectSignal(escrowFeature.selectProblem);
  protected readonly seen = this.store.selectSignal(escrowFeature.selectDeposit);
  private readonly slow = this.store.selectSignal(escrowFeature.selectSlow);
  /** One key per intent to pay: clicking again, or a lost answer, opens no second order. */
  private key = newKey();
  private readonly leaving = signal(false);

  protected readonly receipt = computed(() => {
    const open = this.open();
    if (!open) return null;
    const { contract, milestone } = open;
    const names = { title: milestone.title, provider: contract.provider.name };
    return fundReceipt(milestone.amount, contract.fees, names, this.say);
  });
  protected readonly funded = computed(() => {
    const open = this.open();
    return open !== null && open.milestone.state !== 'pending';
  });
  /** Null while there is nothing to tell but the receipt. */
  protected readonly outcome = computed((): Outcome | null => {
    if (this.funded()) return 'funded';
    if (!this.deposit()) return null;
    const state = this.seen()?.state ?? 'created';
    if (state === 'failed' || state === 'expired') return state;
    if (state === 'captured' || state === 'settled') return 'captured';
    return this.slow() ? 'slow' : 'pending';
  });
  protected readonly waiting = computed(() => this.busy() || this.leaving());

  constructor() {
    effect(() => {
      const depositId = this.deposit();
      const contractId = this.contractId();
      if (depositId) this.store.dispatch(EscrowActions.followDeposit({ depositId, contractId }));
    });
    inject(Actions)
      .pipe(ofType(EscrowActions.checkoutReady), takeUntilDestroyed())
      .subscribe(({ checkout }) => {
        this.leaving.set(true);
        postTo(this.document, checkout.url, checkout.fields);
      });
    /* Back from the gateway by the browser's own button: the page is as it was left, and usable. */
    this.document.defaultView?.addEventListener('pageshow', (event) => {
      if (event.persisted) this.again();
    });
  }

  protected pay(): void {
    if (this.waiting()) return;
    const place = { contractId: this.contractId(), milestoneId: this.milestoneId() };
    this.store.dispatch(EscrowActions.pay({ place, key: this.key }));
  }
  /** A new attempt is a new intent: the old order may be closed. */
  protected again(): void {
    this.key = newKey();
    this.leaving.set(false);
    this.store.dispatch(EscrowActions.tryAgain());
    void this.router.navigate([], { queryParams: {}, replaceUrl: true });
  }
  protected retry(): void {
    this.store.dispatch(EscrowActions.opened({ contractId: this.contractId() }));
  }
}
