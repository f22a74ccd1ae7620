import { Component, inject, signal } from '@angular/core';
import { form, FormField, submit, validateStandardSchema } from '@angular/forms/signals';
import { TranslatePipe } from '@ngx-translate/core';
import { byAddress } from '@wire/accounts';
import { firstValueFrom } from 'rxjs';
import { asProblem, type Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Session } from '@ui/app/session';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { ErrorSummary } from '@ui/form/error-summary';
import { OtpField } from '@ui/form/otp-field';
import { TextField } from '@ui/form/text-field';
import { Toasts } from '@ui/toasts';
import { AccountApi } from '../account.api';

/** Another address: a code to the new one proves it, and the old one is told. */
@Component({
  selector: 'app-email-card',
  imports: [Button, Card, ErrorSummary, FormField, OtpField, TextField, TranslatePipe],
  template: `
    <ui-card [heading]="'account.email.heading' | translate">
      <div class="stack">
        <p class="muted small">
          {{ 'account.account.mail' | translate }} <bdi>{{ session.viewer()?.email }}</bdi>
        </p>
        <ui-error-summary [problem]="problem()" />
        @if (waiting(); as email) {
          <p>{{ 'account.email.sent' | translate: { email } }}</p>
          <ui-otp-field
            [label]="'account.email.code' | translate"
            [(value)]="code"
            (complete)="verify($event)"
          />
          <div>
            <button uiButton kind="quiet" type="button" (click)="waiting.set('')">
              {{ 'account.email.other' | translate }}
            </button>
          </div>
        } @else {
          <form class="stack" novalidate (submit)="ask($event)">
            <ui-text-field
              type="email"
              autocomplete="email"
              [label]="'account.email.next' | translate"
              [formField]="form.email"
            />
            <div>
              <button uiButton type="submit" [busy]="busy()">
                {{ 'account.email.verb' | translate }}
              </button>
            </div>
          </form>
        }
      </div>
    </ui-card>
  `,
})
export class EmailCard {
  private readonly api = inject(AccountApi);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  protected readonly session = inject(Session);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly waiting = signal('');
  protected readonly code = signal('');
  private readonly draft = signal({ email: '' });
  protected readonly form = form(this.draft, (path) => validateStandardSchema(path, byAddress));

  protected ask(event: Event): void {
    event.preventDefault();
    void submit(this.form, async () => {
      const email = this.draft().email.trim();
      await this.try(async () => {
        await firstValueFrom(this.api.askEmail(email));
        this.waiting.set(email);
      });
      return undefined;
    });
  }
  protected verify(code: string): void {
    void this.try(async () => {
      this.code.set('');
      await this.session.become(await firstValueFrom(this.api.verifyEmail(code)));
      this.waiting.set('');
      this.form().reset({ email: '' });
      this.toasts.say({ text: this.say.it('account.email.done') });
    });
  }

  private async try(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      await work();
    } catch (thrown) {
      this.problem.set(asProblem(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
