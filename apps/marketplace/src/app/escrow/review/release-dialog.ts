import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { newKey } from '@ui/app/api';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Dialog } from '@ui/dialog';
import { FeeReceipt } from '@ui/fee-receipt';
import { ErrorSummary } from '@ui/form/error-summary';
import { TextField } from '@ui/form/text-field';
import { MoneyText } from '@ui/money';
import { EscrowActions, escrowFeature } from '../escrow.store';
import type { OpenMilestone } from '../milestone-page';
import { payReceipt } from '../receipts';

/** The last look before money leaves escrow: the receipt, and a word to type, because there is no undo. */
@Component({
  selector: 'app-release-dialog',
  imports: [Button, Dialog, ErrorSummary, FeeReceipt, MoneyText, TextField, TranslatePipe],
  template: `
    <ui-dialog #dialog [heading]="'escrow.release.heading' | translate">
      <form id="release-milestone" class="stack" (submit)="release($event)">
        <ui-error-summary [problem]="problem()" />
        <ui-fee-receipt
          [heading]="'escrow.release.receipt' | translate"
          [lines]="receipt().lines"
          [total]="receipt().total"
          [note]="'escrow.release.note' | translate"
        />
        <ui-text-field
          autocomplete="off"
          [label]="'escrow.release.type' | translate: { word: word() }"
          [hint]="'escrow.release.final' | translate"
          [(value)]="typed"
        />
      </form>
      <button dialog-actions uiButton type="button" (click)="dialog.close()">
        {{ 'escrow.release.notYet' | translate }}
      </button>
      <button
        dialog-actions
        uiButton
        kind="primary"
        type="submit"
        form="release-milestone"
        [busy]="busy()"
        [disabled]="!sure()"
      >
        {{ 'escrow.release.verb' | translate: { amount: (subject().milestone.amount | money) } }}
      </button>
    </ui-dialog>
  `,
})
export class ReleaseDialog {
  private readonly store = inject(Store);
  private readonly say = inject(Say);
  private readonly dialog = viewChild.required(Dialog);
  readonly subject = input.required<OpenMilestone>();
  protected readonly busy = this.store.selectSignal(escrowFeature.selectBusy);
  protected readonly problem = this.store.selectSignal(escrowFeature.selectProblem);
  protected readonly typed = signal('');
  /** One key per look at the receipt: a lost answer and a second click release once. */
  private key = newKey();

  protected readonly word = computed(() => this.say.it('escrow.release.word'));
  protected readonly sure = computed(
    () => this.typed().trim().toLowerCase() === this.word().toLowerCase(),
  );
  protected readonly receipt = computed(() => {
    const { contract, milestone } = this.subject();
    const names = { title: milestone.title, provider: contract.provider.name };
    return payReceipt(milestone.amount, contract.fees, names, this.say);
  });

  constructor() {
    inject(Actions)
      .pipe(ofType(EscrowActions.released), takeUntilDestroyed())
      .subscribe(() => this.dialog().close());
  }

  open(): void {
    this.key = newKey();
    this.typed.set('');
    this.store.dispatch(EscrowActions.problemRead());
    this.dialog().open();
  }
  protected release(event: Event): void {
    event.preventDefault();
    if (!this.sure() || this.busy()) return;
    const { contract, milestone } = this.subject();
    const place = { contractId: contract.id, milestoneId: milestone.id };
    const { amount } = milestone;
    this.store.dispatch(EscrowActions.release({ place, amount, key: this.key }));
  }
}
