import { Component, inject, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { OptionalPurpose } from '@wire/consents';
import { answer } from '@ui/app/answer';
import { asProblem, type Problem } from '@ui/app/problem';
import { Words } from '@ui/app/words';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { ErrorState } from '@ui/error-state';
import { ErrorSummary } from '@ui/form/error-summary';
import { Moment } from '@ui/moment';
import { Skeleton } from '@ui/skeleton';
import { PrivacyStanding } from '@ui/app/privacy-standing';
import { ConsentHistory } from './consent-history';
import { PrivacyApi } from './privacy.api';

/** To what the member said yes: taken back with the same click that gave it. */
@Component({
  selector: 'app-consent-card',
  imports: [
    Button,
    Card,
    ConsentHistory,
    ErrorState,
    ErrorSummary,
    Moment,
    Skeleton,
    TranslatePipe,
  ],
  template: `
    <ui-card [heading]="'privacy.consent.heading' | translate">
      <div class="stack">
        <p class="muted">{{ 'privacy.consent.text' | translate }}</p>
        <ui-error-summary [problem]="problem()" />
        @if (state.problem(); as failed) {
          <ui-error-state [problem]="failed" (retry)="state.load()" />
        } @else if (state.value(); as now) {
          @for (one of now.choices; track one.purpose) {
            <label>
              <input
                type="checkbox"
                role="switch"
                [checked]="one.given"
                [disabled]="one.bySignal || busy()"
                (change)="choose(one.purpose, !one.given)"
              />
              <span>
                <strong>{{ 'privacy.consent.purposes.' + one.purpose | translate }}</strong>
                <span class="muted body">{{ one.body }}</span>
                @if (one.bySignal) {
                  <span class="small">{{ 'privacy.consent.signal' | translate }}</span>
                } @else if (one.at; as at) {
                  <span class="small muted">
                    {{ 'privacy.consent.version' | translate: { version: one.answered } }} ·
                    <ui-moment [at]="at" form="exact" />
                  </span>
                }
              </span>
            </label>
          }
          @for (one of now.agreements; track one.purpose) {
            <details>
              <summary>
                <strong>{{ 'privacy.consent.purposes.' + one.purpose | translate }}</strong>
                @if (one.at; as at) {
                  <span class="small muted">
                    {{ 'privacy.consent.version' | translate: { version: one.agreed } }} ·
                    <ui-moment [at]="at" form="exact" />
                  </span>
                } @else {
                  <span class="small muted">{{ 'privacy.consent.notAgreed' | translate }}</span>
                }
              </summary>
              <p class="body">{{ one.body }}</p>
            </details>
          }
          <div>
            <button
              uiButton
              small
              kind="quiet"
              type="button"
              [attr.aria-expanded]="isOpen()"
              (click)="isOpen.set(!isOpen())"
            >
              {{ 'privacy.consent.history' | translate }}
            </button>
          </div>
          @if (isOpen()) {
            <app-consent-history [since]="since()" />
          }
        } @else {
          <ui-skeleton shape="rows" [count]="3" />
        }
      </div>
    </ui-card>
  `,
  styles: `
    label {
      display: flex;
      gap: var(--s3);
      align-items: start;
      padding-block: var(--s2);
      cursor: pointer;
    }
    label > span {
      display: grid;
      gap: 2px;
    }
    .body {
      font-size: var(--t14);
      white-space: pre-line;
    }
    summary {
      cursor: pointer;
    }
    summary > span {
      display: block;
      padding-inline-start: var(--s4);
    }
    details > p {
      margin-block: var(--s2) 0;
    }
    input {
      flex: none;
      inline-size: 20px;
      block-size: 20px;
      margin-block-start: 2px;
      accent-color: var(--brand);
    }
  `,
})
export class ConsentCard {
  private readonly api = inject(PrivacyApi);
  private readonly words = inject(Words);
  private readonly standing = inject(PrivacyStanding);
  protected readonly state = answer(() => this.api.consents(this.words.language()), {
    keeps: true,
  });
  protected readonly busy = signal(false);
  protected readonly isOpen = signal(false);
  protected readonly since = signal(0);
  protected readonly problem = signal<Problem | null>(null);

  protected choose(purpose: OptionalPurpose, given: boolean): void {
    this.busy.set(true);
    this.problem.set(null);
    const locale = this.words.language();
    this.api.choose({ choices: { [purpose]: given }, source: 'settings', locale }).subscribe({
      next: (now) => {
        this.busy.set(false);
        this.standing.chosen(now);
        this.since.update((count) => count + 1);
        this.state.refresh();
      },
      error: (thrown: unknown) => {
        this.busy.set(false);
        this.problem.set(asProblem(thrown));
        this.state.refresh();
      },
    });
  }
}
