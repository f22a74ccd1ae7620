import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, submit, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { TranslatePipe, TranslateService } from '@ngx-translate/core';
import { registerAccount } from '@wire/accounts';
import { PrivacyStanding } from '@ui/app/privacy-standing';
import { Words } from '@ui/app/words';
import { Button } from '@ui/button';
import { ErrorSummary } from '@ui/form/error-summary';
import { RadioCards } from '@ui/form/radio-cards';
import { SelectField } from '@ui/form/select-field';
import { TextField } from '@ui/form/text-field';
import { PageHeader } from '@ui/page-header';
import { AccountPages, accountsFeature } from '../accounts.store';
import { AgreementsLine } from '../agreements-line';
import { Beside } from '../beside';
import { countries } from '../countries';
import { ProviderButtons } from '../provider-buttons';
import { rolesOf } from '../sides';

@Component({
  selector: 'app-sign-up',
  imports: [
    AgreementsLine,
    Beside,
    Button,
    ErrorSummary,
    FormField,
    PageHeader,
    ProviderButtons,
    RadioCards,
    RouterLink,
    SelectField,
    TextField,
    TranslatePipe,
  ],
  templateUrl: './sign-up.html',
  styleUrl: '../account-frame.scss',
})
export class SignUp {
  private readonly store = inject(Store);
  private readonly words = inject(Words);
  private readonly translate = inject(TranslateService);
  private readonly standing = inject(PrivacyStanding);
  /** Which side the link was for. */
  readonly as = input<string>();
  protected readonly busy = this.store.selectSignal(accountsFeature.selectBusy);
  protected readonly problem = this.store.selectSignal(accountsFeature.selectProblem);
  private readonly draft = linkedSignal(() => ({
    name: '',
    email: '',
    password: '',
    country: 'IN',
    side: this.as() === 'provider' ? 'provider' : 'client',
  }));
  protected readonly form = form(this.draft, (path) => {
    validateStandardSchema(path.name, registerAccount.shape.name);
    validateStandardSchema(path.email, registerAccount.shape.email);
    validateStandardSchema(path.password, registerAccount.shape.password);
    validateStandardSchema(path.country, registerAccount.shape.country);
  });
  protected readonly sides = computed(() => {
    this.words.language();
    return Object.keys(rolesOf).map((value) => ({
      value,
      label: String(this.translate.instant(`accounts.sides.${value}.label`)),
      text: String(this.translate.instant(`accounts.sides.${value}.text`)),
    }));
  });
  protected readonly countries = computed(() => countries(this.words.language()));

  constructor() {
    this.store.dispatch(AccountPages.opened());
  }

  protected register(event: Event): void {
    event.preventDefault();
    void submit(this.form, () => {
      const { side, ...person } = this.draft();
      const account = {
        ...person,
        email: person.email.trim().toLowerCase(),
        roles: rolesOf[side] ?? ['client'],
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        locale: this.words.language(),
        ...this.standing.shown(),
      };
      this.store.dispatch(AccountPages.register({ account }));
      return Promise.resolve(undefined);
    });
  }
}
