import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { inAddress } from '@ui/app/in-address';
import { Organisations } from '@ui/app/organisations';
import { asProblem, type Problem } from '@ui/app/problem';
import { Session } from '@ui/app/session';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { ErrorSummary } from '@ui/form/error-summary';
import { PageHeader } from '@ui/page-header';
import { OrgApi } from '../org.api';

/** The link of an invitation: one press takes the seat, once it is known who presses. */
@Component({
  selector: 'app-join-organisation',
  imports: [Button, Card, ErrorSummary, PageHeader, RouterLink, TranslatePipe],
  template: `
    <div class="page narrow">
      <ui-page-header [heading]="'org.join.heading' | translate" />
      <ui-card>
        <div class="stack">
          <ui-error-summary [problem]="problem()" />
          @if (session.viewer(); as viewer) {
            <p>{{ 'org.join.as' | translate: { email: viewer.email } }}</p>
            <div>
              <button uiButton kind="primary" type="button" [busy]="busy()" (click)="join()">
                {{ 'org.join.verb' | translate }}
              </button>
            </div>
          } @else {
            <p>{{ 'org.join.guest' | translate }}</p>
            <div class="row">
              <a uiButton kind="primary" routerLink="/login" [queryParams]="{ next: here() }">{{
                'org.join.logIn' | translate
              }}</a>
              <a uiButton routerLink="/signup" [queryParams]="{ as: 'client' }">{{
                'org.join.signUp' | translate
              }}</a>
            </div>
          }
        </div>
      </ui-card>
    </div>
  `,
  styles: `
    .narrow {
      max-inline-size: 640px;
    }
  `,
})
export class JoinOrganisation {
  private readonly api = inject(OrgApi);
  private readonly organisations = inject(Organisations);
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  readonly token = input('', { transform: inAddress });
  protected readonly here = computed(() => `/org/join?token=${encodeURIComponent(this.token())}`);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected join(): void {
    this.busy.set(true);
    this.api.join(this.token()).subscribe({
      next: () => void this.open(),
      error: (thrown: unknown) => {
        this.busy.set(false);
        this.problem.set(asProblem(thrown));
      },
    });
  }
  private async open(): Promise<void> {
    await this.organisations.refresh();
    await this.router.navigateByUrl('/org/members');
  }
}
