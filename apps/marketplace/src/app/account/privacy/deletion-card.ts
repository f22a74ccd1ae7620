import { Component, inject, input, output, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { OwnPrivacy } from '@wire/own-privacy';
import type { Observable } from 'rxjs';
import { asProblem, type Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Confirmation } from '@ui/confirm';
import { ErrorSummary } from '@ui/form/error-summary';
import { Moment } from '@ui/moment';
import { Toasts } from '@ui/toasts';
import { PrivacyApi } from './privacy.api';
import { PrivacyStanding } from '@ui/app/privacy-standing';

/** Leaving for good: what stands in the way, thirty days to think again, and the way back. */
@Component({
  selector: 'app-deletion-card',
  imports: [Button, Card, ErrorSummary, Moment, TranslatePipe],
  template: `
    <ui-card [heading]="'privacy.deletion.heading' | translate">
      <div class="stack">
        <ui-error-summary [problem]="problem()" />
        @if (now().deletion; as wish) {
          <p>
            {{ 'privacy.deletion.planned' | translate }}
            <strong><ui-moment [at]="wish.dueAt" form="exact" /></strong>
          </p>
          <div>
            <button uiButton kind="primary" type="button" [busy]="busy()" (click)="keep()">
              {{ 'privacy.deletion.keep' | translate }}
            </button>
          </div>
        } @else {
          <p class="muted">{{ 'privacy.deletion.text' | translate }}</p>
          <p class="muted">{{ 'privacy.deletion.law' | translate }}</p>
          @if (now().obstacles.length > 0) {
            <p>{{ 'privacy.deletion.first' | translate }}</p>
            <ul>
              @for (one of now().obstacles; track one) {
                <li>{{ 'privacy.deletion.obstacles.' + one | translate }}</li>
              }
            </ul>
          } @else {
            <div>
              <button uiButton kind="danger" type="button" [busy]="busy()" (click)="leave()">
                {{ 'privacy.deletion.ask' | translate }}
              </button>
            </div>
          }
        }
      </div>
    </ui-card>
  `,
  styles: `
    ul {
      margin: 0;
      padding-inline-start: var(--s5);
    }
  `,
})
export class DeletionCard {
  private readonly api = inject(PrivacyApi);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  private readonly confirm = inject(Confirmation);
  private readonly standing = inject(PrivacyStanding);
  readonly now = input.required<OwnPrivacy>();
  readonly changed = output();
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected async leave(): Promise<void> {
    const word = (key: string) => this.say.it(`privacy.deletion.sure.${key}`);
    const question = { heading: word('heading'), text: word('text'), verb: word('verb') };
    if (await this.confirm.ask({ ...question, danger: true }))
      this.run(this.api.askDeletion(), 'planned_told');
  }
  protected keep(): void {
    this.run(this.api.cancelDeletion(), 'kept_told');
  }

  private run(asked: Observable<unknown>, told: string): void {
    this.busy.set(true);
    this.problem.set(null);
    asked.subscribe({
      next: () => {
        this.busy.set(false);
        this.toasts.say({ text: this.say.it(`privacy.deletion.${told}`) });
        this.standing.look();
        this.changed.emit();
      },
      error: (thrown: unknown) => {
        this.busy.set(false);
        const problem = asProblem(thrown);
        if (problem.code !== 'accounts.step_up_required') this.problem.set(problem);
      },
    });
  }
}
