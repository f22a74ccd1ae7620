import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField, submit, validateStandardSchema } from '@angular/forms/signals';
import { TranslatePipe } from '@ngx-translate/core';
import { registerAccount } from '@wire/accounts';
import type { Joined } from '@wire/identities';
import { firstValueFrom } from 'rxjs';
import { asProblem, type Problem } from '@ui/app/problem';
import { PrivacyStanding } from '@ui/app/privacy-standing';
import { Say } from '@ui/app/say';
import { Words } from '@ui/app/words';
import { Button } from '@ui/button';
import { ErrorSummary } from '@ui/form/error-summary';
import { RadioCards } from '@ui/form/radio-cards';
import { SelectField } from '@ui/form/select-field';
import { TextField } from '@ui/form/text-field';
import { AgreementsLine } from '../agreements-line';
import { countries } from '../countries';
import { IdentitiesApi } from '../identities.api';
import { rolesOf } from '../sides';

/** What a provider does not know: the side of the market, the country, and perhaps the address. */
@Component({
  selector: 'app-join-form',
  imports: [
    AgreementsLine,
    Button,
    ErrorSummary,
    FormField,
    RadioCards,
    SelectField,
    TextField,
    TranslatePipe,
  ],
  template: `
    <form novalidate (submit)="join($event)">
      <ui-error-summary [problem]="problem()" />
      <ui-radio-cards
        stacked
        [label]="'accounts.side' | translate"
        [choices]="sides()"
        [formField]="form.side"
      />
      <ui-text-field
        autocomplete="name"
        [label]="'accounts.name' | translate"
        [formField]="form.name"
      />
      @if (email() === null) {
        <ui-text-field
          type="email"
          autocomplete="email"
          [label]="'accounts.email' | translate"
          [formField]="form.email"
        />
      }
      <ui-select-field
        autocomplete="country"
        [label]="'accounts.country' | translate"
        [choices]="countries()"
        [formField]="form.country"
      />
      <button uiButton block kind="primary" type="submit" [busy]="busy()">
        {{ 'accounts.signUp.verb' | translate }}
      </button>
      <app-agreements-line />
    </form>
  `,
  styleUrl: '../account-frame.scss',
})
export class JoinForm {
  private readonly api = inject(IdentitiesApi);
  private readonly words = inject(Words);
  private readonly say = inject(Say);
  private readonly standing = inject(PrivacyStanding);
  readonly name = input('');
  /** Null where the provider has none: then it is typed here. */
  readonly email = input<string | null>(null);
  readonly joined = output<Joined>();
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  private readonly draft = linkedSignal(() => ({
    name: this.name(),
    email: this.email() ?? '',
    country: 'IN',
    side: 'client',
  }));
  protected readonly form = form(this.draft, (path) => {
    validateStandardSchema(path.name, registerAccount.shape.name);
    validateStandardSchema(path.email, registerAccount.shape.email);
    validateStandardSchema(path.country, registerAccount.shape.country);
  });
  protected readonly countries = computed(() => countries(this.words.language()));
  protected readonly sides = computed(() =>
    Object.keys(rolesOf).map((value) => ({
      value,
      label: this.say.it(`accounts.sides.${value}.label`),
      text: this.say.it(`accounts.sides.${value}.text`),
    })),
  );

  protected join(event: Event): void {
    event.preventDefault();
    void submit(this.form, async () => {
      await this.send();
      return undefined;
    });
  }

  private async send(): Promise<void> {
    const { side, name, email, country } = this.draft();
    const typed = this.email() === null ? { email: email.trim().toLowerCase() } : {};
    this.busy.set(true);
    this.problem.set(null);
    try {
      const asked = this.api.join({
        ...{ ...typed, name, country },
        roles: rolesOf[side] ?? ['client'],
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        locale: this.words.language(),
        ...this.standing.shown(),
      });
      this.joined.emit(await firstValueFrom(asked));
    } catch (thrown) {
      this.problem.set(asProblem(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
