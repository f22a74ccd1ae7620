import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { releaseReceipt } from '@money/fees';
import { type ContractView, signContract } from '@wire/contracts';
import { Say } from '@ui/app/say';
import { Session } from '@ui/app/session';
import { Button } from '@ui/button';
import { Dialog } from '@ui/dialog';
import { FeeReceipt } from '@ui/fee-receipt';
import { ErrorSummary } from '@ui/form/error-summary';
import { TextField } from '@ui/form/text-field';
import { ContractActions, contractsFeature } from '../contracts.store';

/** Accept and sign by click: what the provider gets in the end, the terms, and the full name typed. */
@Component({
  selector: 'app-sign-contract',
  imports: [Button, Dialog, ErrorSummary, FeeReceipt, FormField, TextField, TranslatePipe],
  template: `
    <ui-dialog #dialog [heading]="'contracts.sign.heading' | translate">
      <form id="sign-contract" class="stack" (submit)="sign($event)">
        <ui-error-summary [problem]="problem()" />
        <ui-fee-receipt
          [heading]="'contracts.sign.receipt' | translate"
          [lines]="receipt().lines"
          [total]="receipt().total"
          [note]="'contracts.sign.note' | translate"
        />
        <p>{{ 'contracts.sign.terms' | translate: { version: view().termsVersion } }}</p>
        <ui-text-field
          autocomplete="name"
          [label]="'contracts.sign.name' | translate"
          [hint]="'contracts.sign.hint' | translate: { name: name() }"
          [formField]="form.signature"
        />
      </form>
      <button dialog-actions uiButton type="button" (click)="dialog.close()">
        {{ 'contracts.sign.later' | translate }}
      </button>
      <button
        dialog-actions
        uiButton
        kind="primary"
        type="submit"
        form="sign-contract"
        [busy]="busy() === 'sign'"
      >
        {{ 'contracts.sign.verb' | translate }}
      </button>
    </ui-dialog>
  `,
})
export class SignContract {
  private readonly store = inject(Store);
  private readonly say = inject(Say);
  private readonly session = inject(Session);
  private readonly dialog = viewChild.required(Dialog);
  readonly view = input.required<ContractView>();

  protected readonly busy = this.store.selectSignal(contractsFeature.selectBusy);
  protected readonly problem = this.store.selectSignal(contractsFeature.selectProblem);
  protected readonly draft = signal({ signature: '' });
  protected readonly form = form(this.draft, (path) => validateStandardSchema(path, signContract));
  protected readonly name = computed(() => this.session.viewer()?.name ?? '');
  /** All milestones together; each is rounded by itself when it is released. */
  protected readonly receipt = computed(() => {
    const { total, fees } = this.view();
    const { fee, tax, net } = releaseReceipt(total, fees);
    const word = (key: string) => this.say.it(`contracts.receipt.${key}`);
    const minus = (of: typeof fee) => ({ ...of, amountMinor: `-${of.amountMinor}` });
    return {
      lines: [
        { label: word('work'), amount: total },
        {
          label: word('providerFee'),
          rate: this.say.percent(fees.providerFeeBps),
          amount: minus(fee),
          why: word('providerFeeWhy'),
        },
        {
          label: word('tax'),
          rate: this.say.percent(fees.taxBps),
          amount: minus(tax),
          why: word('taxWhy'),
        },
      ],
      total: { label: word('youGet'), amount: net },
    };
  });

  open(): void {
    this.store.dispatch(ContractActions.problemRead());
    this.dialog().open();
  }
  protected sign(event: Event): void {
    event.preventDefault();
    this.form().markAsTouched();
    if (!this.form().valid()) return;
    const { signature } = this.draft();
    this.store.dispatch(ContractActions.sign({ contractId: this.view().id, signature }));
  }
}
