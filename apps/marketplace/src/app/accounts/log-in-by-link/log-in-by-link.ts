import { Component, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { inAddress } from '@ui/app/in-address';
import { asProblem, type Problem } from '@ui/app/problem';
import { Session } from '@ui/app/session';
import { Button } from '@ui/button';
import { ErrorSummary } from '@ui/form/error-summary';
import { PageHeader } from '@ui/page-header';
import { AccountsApi } from '../accounts.api';
import { Beside } from '../beside';

/** Where the link of the mail leads. One press more, so that no mail program logs in by looking. */
@Component({
  selector: 'app-log-in-by-link',
  imports: [Beside, Button, ErrorSummary, PageHeader, RouterLink, TranslatePipe],
  template: `
    <div class="frame">
      <div class="stack">
        <ui-page-header
          [heading]="'accounts.link.arrived' | translate"
          [lead]="'accounts.link.arrivedText' | translate"
        />
        <ui-error-summary [problem]="problem()" />
        @if (problem()) {
          <a uiButton routerLink="/login/by-mail">{{ 'accounts.link.verb' | translate }}</a>
        } @else {
          <button uiButton block kind="primary" type="button" [busy]="busy()" (click)="enter()">
            {{ 'accounts.logIn.verb' | translate }}
          </button>
        }
      </div>
      <app-beside />
    </div>
  `,
  styleUrl: '../account-frame.scss',
})
export class LogInByLink {
  private readonly api = inject(AccountsApi);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  readonly token = input('', { transform: inAddress });
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected async enter(): Promise<void> {
    this.busy.set(true);
    try {
      const answer = await firstValueFrom(this.api.byLink(this.token()));
      if (!('next' in answer)) await this.session.become(answer);
      await this.router.navigateByUrl('next' in answer ? '/2fa' : '/');
    } catch (thrown) {
      this.problem.set(asProblem(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
