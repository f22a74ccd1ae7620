import { Component, inject, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { listing } from '@ui/app/listing';
import { asProblem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Confirmation } from '@ui/confirm';
import { ErrorState } from '@ui/error-state';
import { ErrorSummary } from '@ui/form/error-summary';
import type { Problem } from '@ui/app/problem';
import { Icon } from '@ui/icon';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Status } from '@ui/status';
import { Toasts } from '@ui/toasts';
import { AccountApi, type SessionView } from '../account.api';

/** Where one is logged in, each with its end. */
@Component({
  selector: 'app-security',
  imports: [
    Button,
    Card,
    ErrorState,
    ErrorSummary,
    Icon,
    Moment,
    PageHeader,
    Skeleton,
    Status,
    TranslatePipe,
  ],
  template: `
    <ui-page-header
      [heading]="'account.security.heading' | translate"
      [lead]="'account.security.lead' | translate"
    />
    <ui-error-summary [problem]="refusal()" />
    @if (list.problem(); as problem) {
      <ui-error-state [problem]="problem" (retry)="list.load()" />
    } @else if (list.rows(); as rows) {
      <ui-card>
        <ul>
          @for (session of rows; track session.id) {
            <li>
              <ui-icon name="shield" />
              <div>
                <p>
                  <b
                    ><bdi>{{ session.device }}</bdi></b
                  >
                </p>
                <p class="muted small">
                  {{ 'account.security.seen' | translate }} <ui-moment [at]="session.lastSeenAt" />
                </p>
              </div>
              @if (session.current) {
                <ui-status tone="brand">{{ 'account.security.this' | translate }}</ui-status>
              } @else {
                <button
                  uiButton
                  small
                  type="button"
                  [attr.aria-label]="
                    'account.security.endOf' | translate: { device: session.device }
                  "
                  (click)="end(session)"
                >
                  {{ 'account.security.end' | translate }}
                </button>
              }
            </li>
          }
        </ul>
      </ui-card>
    } @else {
      <ui-card><ui-skeleton shape="rows" [count]="3" /></ui-card>
    }
  `,
  styles: `
    li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: var(--s4);
      align-items: center;
      padding-block: var(--s3);
    }
    li + li {
      border-block-start: 1px solid var(--line);
    }
  `,
})
export class Security {
  private readonly api = inject(AccountApi);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  private readonly confirmation = inject(Confirmation);
  protected readonly list = listing(() => this.api.sessions());
  protected readonly refusal = signal<Problem | null>(null);

  protected async end({ id, device }: SessionView): Promise<void> {
    const sure = await this.confirmation.ask({
      heading: this.say.it('account.security.endHeading'),
      text: this.say.it('account.security.endText', { device }),
      verb: this.say.it('account.security.end'),
      danger: true,
    });
    if (!sure) return;
    this.api.revoke(id).subscribe({
      next: () => {
        this.list.change((rows) => rows.filter((each) => each.id !== id));
        this.toasts.say({ text: this.say.it('account.security.ended', { device }) });
      },
      error: (thrown: unknown) => this.refusal.set(asProblem(thrown)),
    });
  }
}
