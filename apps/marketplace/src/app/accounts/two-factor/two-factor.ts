import { Component, effect, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { FactorAsked } from '@wire/accounts';
import type { Proof } from '@wire/factors';
import { firstValueFrom } from 'rxjs';
import { asProblem, type Problem } from '@ui/app/problem';
import { Session } from '@ui/app/session';
import { Button } from '@ui/button';
import { ErrorState } from '@ui/error-state';
import { PageHeader } from '@ui/page-header';
import { SecondFactor } from '@ui/second-factor';
import { Skeleton } from '@ui/skeleton';
import { AccountsApi } from '../accounts.api';
import { Beside } from '../beside';
import { ownPage } from '../own-page';

/** The second step of a log-in. What it is about lives in a cookie, so a reload asks again. */
@Component({
  selector: 'app-two-factor',
  imports: [
    Beside,
    Button,
    ErrorState,
    PageHeader,
    RouterLink,
    SecondFactor,
    Skeleton,
    TranslatePipe,
  ],
  template: `
    <div class="frame">
      <div class="stack">
        <ui-page-header
          [heading]="'accounts.factor.heading' | translate"
          [lead]="'accounts.factor.lead' | translate"
        />
        @if (asked(); as asked) {
          <ui-second-factor
            [methods]="asked.methods"
            [phone]="asked.phone ? '…' + asked.phone : null"
            [challenge]="challenge"
            [problem]="problem()"
            [busy]="busy()"
            (shown)="enter($event)"
            (send)="send()"
          />
        } @else if (failed(); as problem) {
          @if (problem.code === 'accounts.ticket_ended') {
            <p>{{ 'accounts.factor.ended' | translate }}</p>
            <a uiButton kind="primary" routerLink="/login" queryParamsHandling="preserve">{{
              'accounts.logIn.verb' | translate
            }}</a>
          } @else {
            <ui-error-state [problem]="problem" (retry)="load()" />
          }
        } @else {
          <ui-skeleton shape="rows" [count]="2" />
        }
      </div>
      <app-beside />
    </div>
  `,
  styleUrl: '../account-frame.scss',
})
export class TwoFactor {
  private readonly api = inject(AccountsApi);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  readonly next = input<string>();
  protected readonly asked = signal<FactorAsked | null>(null);
  protected readonly failed = signal<Problem | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  protected readonly challenge = () => this.api.askPasskey();

  private readonly factor = viewChild(SecondFactor);

  constructor() {
    effect(() => this.factor()?.focus());
    void this.load();
  }

  protected async load(): Promise<void> {
    this.failed.set(null);
    try {
      const asked = await firstValueFrom(this.api.factor());
      this.asked.set(asked);
      if (asked.methods[0] === 'sms') this.send();
    } catch (thrown) {
      this.failed.set(asProblem(thrown));
    }
  }
  protected send(): void {
    this.problem.set(null);
    this.api.askCode().subscribe({ error: (thrown: unknown) => this.refuse(thrown) });
  }
  protected async enter(proof: Proof): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.session.become(await firstValueFrom(this.api.byFactor(proof)));
      await this.router.navigateByUrl(ownPage(this.next()));
    } catch (thrown) {
      this.refuse(thrown);
    } finally {
      this.busy.set(false);
    }
  }

  private refuse(thrown: unknown): void {
    const problem = asProblem(thrown);
    if (problem.code !== 'accounts.ticket_ended') return this.problem.set(problem);
    this.asked.set(null);
    this.failed.set(problem);
  }
}
