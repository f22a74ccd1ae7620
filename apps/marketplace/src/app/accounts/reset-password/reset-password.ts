import { Component, inject, input, signal } from '@angular/core';
import { form, FormField, submit, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { password } from '@wire/accounts';
import { firstValueFrom } from 'rxjs';
import { inAddress } from '@ui/app/in-address';
import { asProblem, type Problem } from '@ui/app/problem';
import { Button } from '@ui/button';
import { ErrorSummary } from '@ui/form/error-summary';
import { TextField } from '@ui/form/text-field';
import { PageHeader } from '@ui/page-header';
import { AccountsApi } from '../accounts.api';
import { Beside } from '../beside';

/** Where the link of the mail leads: a new password, and then the ordinary log-in. */
@Component({
  selector: 'app-reset-password',
  imports: [
    Beside,
    Button,
    ErrorSummary,
    FormField,
    PageHeader,
    RouterLink,
    TextField,
    TranslatePipe,
  ],
  template: `
    <div class="frame">
      <div class="stack">
        @if (done()) {
          <ui-page-header
            [heading]="'accounts.reset.done' | translate"
            [lead]="'accounts.reset.doneText' | translate"
          />
          <a uiButton kind="primary" routerLink="/login">{{ 'accounts.logIn.verb' | translate }}</a>
        } @else {
          <ui-page-header
            [heading]="'accounts.reset.heading' | translate"
            [lead]="'accounts.reset.lead' | translate"
          />
          <form novalidate (submit)="set($event)">
            <ui-error-summary [problem]="problem()" />
            @if (problem()?.code === 'accounts.link_invalid') {
              <a uiButton routerLink="/forgot-password">{{ 'accounts.link.verb' | translate }}</a>
            }
            <ui-text-field
              type="password"
              autocomplete="new-password"
              [label]="'accounts.reset.password' | translate"
              [hint]="'accounts.passwordHint' | translate"
              [formField]="form.password"
            />
            <button uiButton block kind="primary" type="submit" [busy]="busy()">
              {{ 'accounts.reset.verb' | translate }}
            </button>
          </form>
        }
      </div>
      <app-beside />
    </div>
  `,
  styleUrl: '../account-frame.scss',
})
export class ResetPassword {
  private readonly api = inject(AccountsApi);
  readonly token = input('', { transform: inAddress });
  protected readonly busy = signal(false);
  protected readonly done = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  private readonly draft = signal({ password: '' });
  protected readonly form = form(this.draft, (path) =>
    validateStandardSchema(path.password, password),
  );

  protected set(event: Event): void {
    event.preventDefault();
    void submit(this.form, async () => {
      this.busy.set(true);
      this.problem.set(null);
      try {
        await firstValueFrom(this.api.resetPassword(this.token(), this.draft().password));
        this.done.set(true);
      } catch (thrown) {
        this.problem.set(asProblem(thrown));
      } finally {
        this.busy.set(false);
      }
      return undefined;
    });
  }
}
