import { Component, inject, signal } from '@angular/core';
import { form, FormField, submit, validateStandardSchema } from '@angular/forms/signals';
import { TranslatePipe } from '@ngx-translate/core';
import { changePassword } from '@wire/accounts';
import { firstValueFrom } from 'rxjs';
import { asProblem, type Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { ErrorSummary } from '@ui/form/error-summary';
import { TextField } from '@ui/form/text-field';
import { Toasts } from '@ui/toasts';
import { AccountApi } from '../account.api';

const empty = { current: '', password: '' };

/** Another password, by who knows the old one. */
@Component({
  selector: 'app-password-card',
  imports: [Button, Card, ErrorSummary, FormField, TextField, TranslatePipe],
  template: `
    <ui-card [heading]="'account.password.heading' | translate">
      <form class="stack" novalidate (submit)="change($event)">
        <ui-error-summary [problem]="problem()" />
        <ui-text-field
          type="password"
          autocomplete="current-password"
          [label]="'account.password.current' | translate"
          [formField]="form.current"
        />
        <ui-text-field
          type="password"
          autocomplete="new-password"
          [label]="'account.password.next' | translate"
          [hint]="'account.password.hint' | translate"
          [formField]="form.password"
        />
        <div>
          <button uiButton type="submit" [busy]="busy()">
            {{ 'account.password.verb' | translate }}
          </button>
        </div>
      </form>
    </ui-card>
  `,
})
export class PasswordCard {
  private readonly api = inject(AccountApi);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  private readonly draft = signal(empty);
  protected readonly form = form(this.draft, (path) =>
    validateStandardSchema(path, changePassword),
  );

  protected change(event: Event): void {
    event.preventDefault();
    void submit(this.form, async () => {
      const { current, password } = this.draft();
      this.busy.set(true);
      this.problem.set(null);
      try {
        await firstValueFrom(this.api.changePassword(current, password));
        this.form().reset(empty);
        this.toasts.say({ text: this.say.it('account.password.done') });
      } catch (thrown) {
        this.problem.set(asProblem(thrown));
      } finally {
        this.busy.set(false);
      }
      return undefined;
    });
  }
}
