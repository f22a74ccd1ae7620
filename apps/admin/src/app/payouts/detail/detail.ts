import { Component, computed, inject, input, output, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Can } from '@ui/app/ability';
import { Button } from '@ui/button';
import { Copy } from '@ui/copy';
import { Dialog } from '@ui/dialog';
import { Moment } from '@ui/moment';
import { MoneyText, MoneyView } from '@ui/money';
import { Say } from '@ui/app/say';
import type { PayoutRow } from '../payouts.api';
import { PayoutStatus } from '../payout-state';
import type { Decision, Verdict } from '../who-may';

/** One payout: whom, how much, why somebody looks at it, who decided, and what the bank said. */
@Component({
  selector: 'app-payout-detail',
  imports: [
    Button,
    Can,
    Copy,
    Dialog,
    Moment,
    MoneyText,
    MoneyView,
    RouterLink,
    PayoutStatus,
    TranslatePipe,
  ],
  templateUrl: './detail.html',
  styleUrl: './detail.scss',
})
export class PayoutDetail {
  private readonly say = inject(Say);
  readonly of = input.required<PayoutRow>();
  readonly verdict = input.required<Verdict>();
  readonly closed = output();
  readonly decide = output<Decision>();
  private readonly dialog = viewChild.required(Dialog);
  protected readonly heading = computed(() =>
    this.say.it('payouts.of', { name: this.of().provider.name }),
  );

  open(): void {
    this.dialog().open();
  }
  protected choose(decision: Decision): void {
    this.dialog().close();
    this.decide.emit(decision);
  }
}
