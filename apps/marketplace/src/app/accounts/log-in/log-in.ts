import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, submit, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { logIn } from '@wire/accounts';
import { Button } from '@ui/button';
import { ErrorSummary } from '@ui/form/error-summary';
import { TextField } from '@ui/form/text-field';
import { PageHeader } from '@ui/page-header';
import { RetryWait } from '@ui/retry-wait';
import { AccountPages, accountsFeature } from '../accounts.store';
import { Beside } from '../beside';
import { ProviderButtons } from '../provider-buttons';
import { PasskeyButton } from './passkey-button';
import { SsoHint } from './sso-hint';

@Component({
  selector: 'app-log-in',
  imports: [
    Beside,
    Button,
    ErrorSummary,
    FormField,
    PageHeader,
    PasskeyButton,
    ProviderButtons,
    RetryWait,
    RouterLink,
    SsoHint,
    TextField,
    TranslatePipe,
  ],
  templateUrl: './log-in.html',
  styleUrl: '../account-frame.scss',
})
export class LogIn {
  private readonly store = inject(Store);
  /** Where the guest wanted to go. */
  readonly next = input<string>();
  protected readonly busy = this.store.selectSignal(accountsFeature.selectBusy);
  protected readonly problem = this.store.selectSignal(accountsFeature.selectProblem);
  private readonly draft = signal({ email: '', password: '' });
  protected readonly email = computed(() => this.draft().email);
  protected readonly form = form(this.draft, (path) => validateStandardSchema(path, logIn));

  constructor() {
    this.store.dispatch(AccountPages.opened());
  }

  protected logIn(event: Event): void {
    event.preventDefault();
    void submit(this.form, () => {
      this.store.dispatch(AccountPages.logIn({ ...this.draft(), next: this.next() }));
      return Promise.resolve(undefined);
    });
  }
}
