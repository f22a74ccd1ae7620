import { Component, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api, nothing } from '@ui/app/api';
import { asProblem, type Problem } from '@ui/app/problem';
import { Session } from '@ui/app/session';
import { Button } from '@ui/button';
import { ErrorSummary } from '@ui/form/error-summary';
import { TextField } from '@ui/form/text-field';
import { Mark } from '@ui/mark';
import { PageHeader } from '@ui/page-header';
import { LanguageSwitch, ThemeSwitch } from '@ui/preferences';
import { logIn, viewer, type Viewer } from '@wire/accounts';
import { abilityFor } from '@wire/permissions';

const notStaff: Problem = { status: 403, code: 'console.not_staff', title: '', errors: [] };

/** The same log-in as the marketplace; whoever is not staff is told so and is not let in. */
@Component({
  selector: 'app-log-in',
  imports: [
    Button,
    ErrorSummary,
    FormField,
    LanguageSwitch,
    Mark,
    PageHeader,
    TextField,
    ThemeSwitch,
    TranslatePipe,
  ],
  templateUrl: './login.html',
  styleUrl: './login.scss',
})
export class LogIn {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  /** Where to go afterwards, from the address. */
  readonly next = input<string>();

  private readonly draft = signal({ email: '', password: '' });
  protected readonly form = form(this.draft, (path) => {
    validateStandardSchema(path, logIn);
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected async enter(event: Event): Promise<void> {
    event.preventDefault();
    this.form().markAsTouched();
    this.form.email().markAsTouched();
    this.form.password().markAsTouched();
    if (this.form().invalid() || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.open();
    } catch (thrown) {
      this.problem.set(asProblem(thrown));
    } finally {
      this.busy.set(false);
    }
  }
  private async open(): Promise<void> {
    const ask = this.api.post('/accounts/login', this.draft(), viewer, { quiet: true });
    const person: Viewer = await firstValueFrom(ask);
    if (!abilityFor(person).can('read', 'Console')) {
      await firstValueFrom(this.api.post('/accounts/logout', {}, nothing, { quiet: true }));
      this.problem.set(notStaff);
      return;
    }
    await this.session.become(person);
    /* Only a path of this console: an address from outside could lead anywhere. */
    const next = this.next() ?? '/';
    await this.router.navigateByUrl(/^\/(?!\/)/.test(next) ? next : '/');
  }
}
