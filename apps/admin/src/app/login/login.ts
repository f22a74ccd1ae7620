import { Component, effect, inject, input, signal, viewChild } from '@angular/core';
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
import { PageHeader } from '@ui/page-header';
import { SecondFactor } from '@ui/second-factor';
import { type FactorAsked, logIn, loggedIn, viewer, type Viewer } from '@wire/accounts';
import { ceremony, type Proof } from '@wire/factors';
import { accepted } from '@wire/primitives';
import { abilityFor } from '@wire/permissions';
import { EntryFrame } from './entry-frame';
import { placeOf } from './place-of';

const quiet = { quiet: true };
const notStaff: Problem = { status: 403, code: 'console.not_staff', title: '', errors: [] };

/** The same log-in as the marketplace; whoever is not staff is told so and is not let in. */
@Component({
  selector: 'app-log-in',
  imports: [
    Button,
    EntryFrame,
    ErrorSummary,
    FormField,
    PageHeader,
    SecondFactor,
    TextField,
    TranslatePipe,
  ],
  templateUrl: './login.html',
  styles: `
    .watched {
      margin-block-start: var(--s5);
    }
  `,
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
  /** The password was right; what else is asked. */
  protected readonly asked = signal<FactorAsked | null>(null);
  protected readonly challenge = () =>
    this.api.post('/accounts/login/factor/passkey', {}, ceremony, quiet);

  private readonly factor = viewChild(SecondFactor);

  constructor() {
    effect(() => this.factor()?.focus());
  }

  protected async enter(event: Event): Promise<void> {
    event.preventDefault();
    this.form().markAsTouched();
    this.form.email().markAsTouched();
    this.form.password().markAsTouched();
    if (this.form().invalid() || this.busy()) return;
    await this.try(async () => {
      const ask = this.api.post('/accounts/login', this.draft(), loggedIn, quiet);
      const answer = await firstValueFrom(ask);
      if (!('next' in answer)) return this.open(answer);
      this.asked.set(answer);
      if (answer.methods[0] === 'sms') this.send();
    });
  }
  protected show(proof: Proof): Promise<void> {
    return this.try(async () => {
      const ask = this.api.post('/accounts/login/factor', proof, viewer, quiet);
      await this.open(await firstValueFrom(ask));
    });
  }
  protected send(): void {
    this.api.post('/accounts/login/factor/sms', {}, accepted, quiet).subscribe({
      error: (thrown: unknown) => this.problem.set(asProblem(thrown)),
    });
  }

  private async try(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      await work();
    } catch (thrown) {
      const problem = asProblem(thrown);
      this.problem.set(problem);
      if (problem.code === 'accounts.ticket_ended') this.asked.set(null);
    } finally {
      this.busy.set(false);
    }
  }
  private async open(person: Viewer): Promise<void> {
    if (!abilityFor(person).can('read', 'Console')) {
      await firstValueFrom(this.api.post('/accounts/logout', {}, nothing, quiet));
      this.problem.set(notStaff);
      return;
    }
    await this.session.become(person);
    await this.router.navigateByUrl(placeOf(this.next()));
  }
}
