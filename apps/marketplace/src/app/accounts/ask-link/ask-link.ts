import { Component, inject, input, signal } from '@angular/core';
import { form, FormField, submit, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { byAddress } from '@wire/accounts';
import { firstValueFrom } from 'rxjs';
import { asProblem, type Problem } from '@ui/app/problem';
import { Button } from '@ui/button';
import { ErrorSummary } from '@ui/form/error-summary';
import { TextField } from '@ui/form/text-field';
import { PageHeader } from '@ui/page-header';
import { RetryWait } from '@ui/retry-wait';
import { AccountsApi } from '../accounts.api';
import { Beside } from '../beside';

/** A link by mail: to set a new password, or to come in without one. Says the same to everybody. */
@Component({
  selector: 'app-ask-link',
  imports: [
    Beside,
    Button,
    ErrorSummary,
    FormField,
    PageHeader,
    RetryWait,
    RouterLink,
    TextField,
    TranslatePipe,
  ],
  template: `
    <div class="frame">
      <div class="stack">
        @if (sentTo(); as email) {
          <ui-page-header
            [heading]="'accounts.link.sent' | translate"
            [lead]="'accounts.link.' + purpose() + '.sent' | translate: { email }"
          />
          <p class="else">
            <a routerLink="/login">{{ 'accounts.logIn.verb' | translate }}</a>
          </p>
        } @else {
          <ui-page-header
            [heading]="'accounts.link.' + purpose() + '.heading' | translate"
            [lead]="'accounts.link.' + purpose() + '.lead' | translate"
          />
          <form novalidate (submit)="ask($event)">
            <ui-error-summary [problem]="problem()" />
            <ui-retry-wait [problem]="problem()" />
            <ui-text-field
              type="email"
              autocomplete="username"
              [label]="'accounts.email' | translate"
              [formField]="form.email"
            />
            <button uiButton block kind="primary" type="submit" [busy]="busy()">
              {{ 'accounts.link.verb' | translate }}
            </button>
            <p class="else">
              <a routerLink="/login">{{ 'accounts.link.back' | translate }}</a>
            </p>
          </form>
        }
      </div>
      <app-beside />
    </div>
  `,
  styleUrl: '../account-frame.scss',
})
export class AskLink {
  private readonly api = inject(AccountsApi);
  /** From the route. */
  readonly purpose = input.required<'reset' | 'log_in'>();
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly sentTo = signal('');
  private readonly draft = signal({ email: '' });
  protected readonly form = form(this.draft, (path) => validateStandardSchema(path, byAddress));

  protected ask(event: Event): void {
    event.preventDefault();
    void submit(this.form, async () => {
      const email = this.draft().email.trim();
      this.busy.set(true);
      this.problem.set(null);
      try {
        await firstValueFrom(this.api.askLink(this.purpose(), email));
        this.sentTo.set(email);
      } catch (thrown) {
        this.problem.set(asProblem(thrown));
      } finally {
        this.busy.set(false);
      }
      return undefined;
    });
  }
}
