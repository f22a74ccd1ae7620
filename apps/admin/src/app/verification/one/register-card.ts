import { Component, inject, input, output, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { RegisterOutcome, VerificationDetail } from '@wire/verification';
import { Can } from '@ui/app/ability';
import { asProblem, type Problem } from '@ui/app/problem';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { ErrorSummary } from '@ui/form/error-summary';
import { Status, type Tone } from '@ui/status';
import { VerificationApi } from '../verification.api';

const tones: Record<RegisterOutcome, Tone> = {
  active: 'brand',
  other_name: 'attention',
  dissolved: 'danger',
  not_found: 'danger',
  no_answer: 'neutral',
};

/** What the public register of companies says of the one that was typed. */
@Component({
  selector: 'app-register-card',
  imports: [Button, Can, Card, ErrorSummary, Status, TranslatePipe],
  template: `
    <ui-card [heading]="'verification.register.heading' | translate">
      <div class="stack">
        @if (register(); as known) {
          <ui-status [tone]="tone(known.outcome)">{{
            'verification.register.outcomes.' + known.outcome | translate
          }}</ui-status>
          @if (known.found; as found) {
            <dl>
              <dt>{{ 'verification.fields.company' | translate }}</dt>
              <dd>
                <bdi>{{ found.name }}</bdi>
              </dd>
              <dt>{{ 'verification.fields.registration' | translate }}</dt>
              <dd>{{ found.number }} · {{ found.status }} · {{ found.since }}</dd>
              <dt>{{ 'verification.register.address' | translate }}</dt>
              <dd>
                <bdi>{{ found.address || '–' }}</bdi>
              </dd>
              <dt>{{ 'verification.register.officers' | translate }}</dt>
              <dd>
                <bdi>{{ found.officers.join(', ') || '–' }}</bdi>
              </dd>
            </dl>
          }
        } @else {
          <p class="muted">{{ 'verification.register.unasked' | translate }}</p>
        }
        <ui-error-summary [problem]="problem()" />
        @if (mayAsk()) {
          <p *uiCan="['decide', 'Verification']">
            <button uiButton small icon="refresh" type="button" [busy]="busy()" (click)="ask()">
              {{ 'verification.register.ask' | translate }}
            </button>
          </p>
        }
      </div>
    </ui-card>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: max-content minmax(0, 1fr);
      gap: var(--s2) var(--s4);
    }
    dt {
      color: var(--muted);
    }
  `,
})
export class RegisterCard {
  private readonly api = inject(VerificationApi);
  readonly verificationId = input.required<string>();
  readonly register = input.required<VerificationDetail['register']>();
  readonly mayAsk = input(false);
  readonly asked = output();
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected tone(outcome: RegisterOutcome): Tone {
    return tones[outcome];
  }
  protected ask(): void {
    this.busy.set(true);
    this.problem.set(null);
    this.api.askRegister(this.verificationId()).subscribe({
      next: () => {
        this.busy.set(false);
        this.asked.emit();
      },
      error: (thrown: unknown) => {
        this.busy.set(false);
        this.problem.set(asProblem(thrown));
      },
    });
  }
}
