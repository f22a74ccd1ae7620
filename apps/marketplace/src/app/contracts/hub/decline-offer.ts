import { Component, inject, input, signal, viewChild } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { declineContract } from '@wire/contracts';
import { Button } from '@ui/button';
import { Dialog } from '@ui/dialog';
import { ErrorSummary } from '@ui/form/error-summary';
import { TextArea } from '@ui/form/text-area';
import { ContractActions, contractsFeature } from '../contracts.store';

/** No, with a reason: the client reads it, and nobody else. */
@Component({
  selector: 'app-decline-offer',
  imports: [Button, Dialog, ErrorSummary, FormField, TextArea, TranslatePipe],
  template: `
    <ui-dialog #dialog [heading]="'contracts.decline.heading' | translate">
      <form id="decline-offer" class="stack" (submit)="decline($event)">
        <ui-error-summary [problem]="problem()" />
        <ui-text-area
          [limit]="500"
          [label]="'contracts.decline.reason' | translate"
          [hint]="'contracts.decline.hint' | translate: { name: client() }"
          [formField]="form.reason"
        />
      </form>
      <button dialog-actions uiButton type="button" (click)="dialog.close()">
        {{ 'contracts.decline.keep' | translate }}
      </button>
      <button
        dialog-actions
        uiButton
        kind="danger"
        type="submit"
        form="decline-offer"
        [busy]="busy() === 'decline'"
      >
        {{ 'contracts.decline.verb' | translate }}
      </button>
    </ui-dialog>
  `,
})
export class DeclineOffer {
  private readonly store = inject(Store);
  private readonly dialog = viewChild.required(Dialog);
  readonly contractId = input.required<string>();
  readonly client = input.required<string>();
  protected readonly busy = this.store.selectSignal(contractsFeature.selectBusy);
  protected readonly problem = this.store.selectSignal(contractsFeature.selectProblem);
  protected readonly draft = signal({ reason: '' });
  protected readonly form = form(this.draft, (path) =>
    validateStandardSchema(path, declineContract),
  );

  open(): void {
    this.store.dispatch(ContractActions.problemRead());
    this.dialog().open();
  }
  protected decline(event: Event): void {
    event.preventDefault();
    this.form().markAsTouched();
    if (!this.form().valid()) return;
    const { reason } = this.draft();
    this.store.dispatch(ContractActions.decline({ contractId: this.contractId(), reason }));
  }
}
