import { Component, inject, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { addBankAccount } from '@wire/payouts';
import { filter } from 'rxjs';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Dialog } from '@ui/dialog';
import { ErrorSummary } from '@ui/form/error-summary';
import { TextField } from '@ui/form/text-field';
import { Toasts } from '@ui/toasts';
import { WalletActions, walletFeature } from '../wallet.store';

const untouched = { holder: '', ifsc: '', number: '' };

/** A bank account in India. One rupee is sent to it, to see that it is there and whose it is. */
@Component({
  selector: 'app-add-bank',
  imports: [Button, Dialog, ErrorSummary, FormField, TextField, TranslatePipe],
  template: `
    <ui-dialog #dialog [heading]="'wallet.bank.add' | translate">
      <form id="add-bank" class="stack" (submit)="add($event)">
        <ui-error-summary [problem]="problem()" />
        <ui-text-field
          autocomplete="name"
          [label]="'wallet.bank.holder' | translate"
          [hint]="'wallet.bank.holderHint' | translate"
          [formField]="form.holder"
        />
        <ui-text-field
          autocomplete="off"
          [label]="'wallet.bank.ifsc' | translate"
          [hint]="'wallet.bank.ifscHint' | translate"
          [formField]="form.ifsc"
        />
        <ui-text-field
          autocomplete="off"
          inputmode="numeric"
          [label]="'wallet.bank.number' | translate"
          [formField]="form.number"
        />
        <p class="small muted">{{ 'wallet.bank.drop' | translate }}</p>
      </form>
      <button dialog-actions uiButton type="button" (click)="dialog.close()">
        {{ 'ui.cancel' | translate }}
      </button>
      <button
        dialog-actions
        uiButton
        kind="primary"
        type="submit"
        form="add-bank"
        [busy]="busy() === 'bank'"
      >
        {{ 'wallet.bank.verb' | translate }}
      </button>
    </ui-dialog>
  `,
})
export class AddBank {
  private readonly store = inject(Store);
  private readonly dialog = viewChild.required(Dialog);
  protected readonly busy = this.store.selectSignal(walletFeature.selectBusy);
  protected readonly problem = this.store.selectSignal(walletFeature.selectProblem);
  protected readonly draft = signal(untouched);
  protected readonly form = form(this.draft, (path) =>
    validateStandardSchema(path, addBankAccount),
  );

  constructor() {
    const [say, toasts] = [inject(Say), inject(Toasts)];
    inject(Actions)
      .pipe(
        ofType(WalletActions.done),
        filter(({ deed }) => deed === 'bank'),
        takeUntilDestroyed(),
      )
      .subscribe(() => {
        this.dialog().close();
        this.form().reset(untouched);
        toasts.say({ text: say.it('wallet.bank.added') });
      });
  }

  show(): void {
    this.store.dispatch(WalletActions.problemRead());
    this.dialog().open();
  }
  protected add(event: Event): void {
    event.preventDefault();
    this.draft.update((draft) => ({
      holder: draft.holder.trim(),
      ifsc: draft.ifsc.trim().toUpperCase(),
      number: draft.number.replaceAll(/\s/g, ''),
    }));
    this.form().markAsTouched();
    if (this.form().valid()) this.store.dispatch(WalletActions.addBank({ input: this.draft() }));
  }
}
