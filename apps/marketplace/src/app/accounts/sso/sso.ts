import { DOCUMENT } from '@angular/common';
import { Component, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { byAddress } from '@wire/accounts';
import { firstValueFrom } from 'rxjs';
import { inAddress } from '@ui/app/in-address';
import { asProblem, type Problem } from '@ui/app/problem';
import { Button } from '@ui/button';
import { ErrorSummary } from '@ui/form/error-summary';
import { TextField } from '@ui/form/text-field';
import { PageHeader } from '@ui/page-header';
import { Beside } from '../beside';
import { IdentitiesApi } from '../identities.api';
import { ownPage } from '../own-page';

/** Asks for the address, and goes on where the organisation of its domain says who people are. */
@Component({
  selector: 'app-sso',
  imports: [Beside, Button, ErrorSummary, PageHeader, RouterLink, TextField, TranslatePipe],
  template: `
    <div class="frame">
      <div class="stack">
        <ui-page-header
          [heading]="'accounts.sso.heading' | translate"
          [lead]="'accounts.sso.lead' | translate"
        />
        <form novalidate (submit)="$event.preventDefault(); leave()">
          <ui-error-summary [problem]="problem()" />
          <ui-text-field
            type="email"
            autocomplete="username"
            [label]="'accounts.email' | translate"
            [(value)]="address"
          />
          <button
            uiButton
            block
            kind="primary"
            type="submit"
            [busy]="busy()"
            [disabled]="!address().includes('@')"
          >
            {{ 'accounts.sso.verb' | translate }}
          </button>
          <p class="else">
            <a routerLink="/login" queryParamsHandling="preserve">{{
              'accounts.sso.other' | translate
            }}</a>
          </p>
        </form>
      </div>
      <app-beside />
    </div>
  `,
  styleUrl: '../account-frame.scss',
})
export class SsoLogIn {
  private readonly api = inject(IdentitiesApi);
  private readonly document = inject(DOCUMENT);
  readonly next = input<string>();
  readonly email = input('', { transform: inAddress });
  protected readonly address = linkedSignal(() => this.email());
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected async leave(): Promise<void> {
    const { data } = byAddress.safeParse({ email: this.address().trim() });
    if (!data || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const asked = this.api.beginSso({ email: data.email, returnTo: ownPage(this.next()) });
      this.document.location.assign((await firstValueFrom(asked)).url);
    } catch (thrown) {
      this.busy.set(false);
      this.problem.set(asProblem(thrown));
    }
  }
}
