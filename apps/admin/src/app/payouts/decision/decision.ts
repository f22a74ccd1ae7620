import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { sum } from '@money';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { Button } from '@ui/button';
import { Dialog } from '@ui/dialog';
import { TextArea } from '@ui/form/text-area';
import { MoneyText, MoneyView } from '@ui/money';
import { ProblemWords } from '@ui/problem-words';
import { Status } from '@ui/status';
import type { PayoutRow } from '../payouts.api';
import { type Outcome, payoutsFeature, PayoutsPage } from '../payouts.store';
import type { Decision } from '../who-may';

/** One decision on one payout or many: what it is about, a note, then how each of them fared. */
@Component({
  selector: 'app-payout-decision',
  imports: [Button, Dialog, MoneyText, MoneyView, ProblemWords, Status, TextArea, TranslatePipe],
  templateUrl: './decision.html',
  styleUrl: './decision.scss',
})
export class PayoutDecision {
  private readonly store = inject(Store);
  readonly decision = input.required<Decision>();
  readonly payouts = input.required<readonly PayoutRow[]>();
  readonly closed = output();
  private readonly dialog = viewChild.required(Dialog);

  protected readonly note = signal('');
  protected readonly noteTouched = signal(false);
  protected readonly busy = this.store.selectSignal(payoutsFeature.selectBusy);
  private readonly outcomes = this.store.selectSignal(payoutsFeature.selectOutcomes);
  protected readonly started = computed(() => Object.keys(this.outcomes()).length > 0);
  protected readonly settled = computed(
    () => Object.values(this.outcomes()).filter(({ status }) => status !== 'waiting').length,
  );
  protected readonly failed = computed(
    () => Object.values(this.outcomes()).filter(({ status }) => status === 'refused').length,
  );
  protected readonly total = computed(() => {
    const amounts = this.payouts().map(({ amount }) => amount);
    const [first] = amounts;
    const same = amounts.every(({ currency }) => currency === first?.currency);
    return first && same ? sum(amounts, first.currency) : null;
  });
  /** Whoever decides after the maker, or reads the refusal, needs the reason; a yes needs none. */
  protected readonly noteMissing = computed(
    () => this.decision() !== 'approve' && this.note().trim() === '',
  );
  protected readonly noteErrors = computed(() =>
    this.noteMissing() ? [{ kind: 'required', message: '' }] : [],
  );

  open(): void {
    this.dialog().open();
  }
  protected outcome(id: string): Outcome | undefined {
    return this.outcomes()[id];
  }
  protected decide(): void {
    this.noteTouched.set(true);
    if (this.noteMissing() || this.busy()) return;
    const note = this.note().trim();
    const payouts = this.payouts();
    this.store.dispatch(PayoutsPage.decided({ decision: this.decision(), note, payouts }));
  }
  protected close(): void {
    this.dialog().close();
  }
  protected left(): void {
    /* The queue reads the outcomes before they are forgotten. */
    this.closed.emit();
    this.store.dispatch(PayoutsPage.closed());
  }
}
