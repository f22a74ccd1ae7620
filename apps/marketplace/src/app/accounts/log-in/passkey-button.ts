import { Component, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Passkeys } from '@ui/app/passkeys';
import { asProblem, type Problem } from '@ui/app/problem';
import { Session } from '@ui/app/session';
import { Button } from '@ui/button';
import { ErrorSummary } from '@ui/form/error-summary';
import { AccountsApi } from '../accounts.api';
import { ownPage } from '../own-page';

/** The way in without a password and without typing who one is. */
@Component({
  selector: 'app-passkey-button',
  imports: [Button, ErrorSummary, TranslatePipe],
  template: `
    @if (passkeys.able) {
      <ui-error-summary [problem]="problem()" />
      <button uiButton block type="button" icon="key" [busy]="busy()" (click)="enter()">
        {{ 'accounts.logIn.passkey' | translate }}
      </button>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s3);
    }
  `,
})
export class PasskeyButton {
  private readonly api = inject(AccountsApi);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly passkeys = inject(Passkeys);
  readonly next = input<string>();
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected async enter(): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      const ceremony = await firstValueFrom(this.api.anyPasskey());
      const response = await this.passkeys.sign(ceremony);
      const { ceremonyId } = ceremony;
      await this.session.become(await firstValueFrom(this.api.byPasskey({ ceremonyId, response })));
      await this.router.navigateByUrl(ownPage(this.next()));
    } catch (thrown) {
      this.problem.set(asProblem(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
