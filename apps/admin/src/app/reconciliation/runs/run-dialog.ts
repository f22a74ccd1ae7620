import { Component, computed, effect, inject, output, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { gateway as gateways, type ReconciliationRun } from '@wire/reconciliation';
import { asProblem, type Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Dialog } from '@ui/dialog';
import { DateField } from '@ui/form/date-field';
import { ErrorSummary } from '@ui/form/error-summary';
import { SelectField } from '@ui/form/select-field';
import { Now } from '@ui/now';
import { daysBefore } from '../days';
import { ReconciliationApi } from '../reconciliation.api';
import { RunVerdict } from './run-verdict';

/** Fetches a statement and compares it now. Any number of times: the same day says the same. */
@Component({
  selector: 'app-run-dialog',
  imports: [
    Button,
    DateField,
    Dialog,
    ErrorSummary,
    RouterLink,
    RunVerdict,
    SelectField,
    TranslatePipe,
  ],
  template: `
    <ui-dialog [heading]="'reconciliation.run.heading' | translate" (closed)="closed.emit()">
      <div class="stack">
        <p class="muted">{{ 'reconciliation.run.lead' | translate }}</p>
        <ui-error-summary [problem]="problem()" />
        <ui-select-field
          [label]="'reconciliation.columns.gateway' | translate"
          [choices]="gateways()"
          [(value)]="gateway"
        />
        <ui-date-field
          [label]="'reconciliation.columns.day' | translate"
          [hint]="'reconciliation.run.dayHint' | translate"
          [to]="yesterday"
          [(value)]="date"
        />
        <div role="status">
          @if (run(); as run) {
            <p class="row">
              <app-run-verdict [of]="run" />
              {{
                'reconciliation.run.done'
                  | translate: { matched: run.matched, lines: run.lines, day: day(run.date) }
              }}
            </p>
          }
        </div>
      </div>
      <ng-container dialog-actions>
        @if (run(); as run) {
          <a uiButton [routerLink]="['/finance/reconciliation', run.gateway, run.date]">{{
            'reconciliation.run.see' | translate
          }}</a>
        } @else {
          <button uiButton type="button" (click)="dialog().close()">
            {{ 'ui.cancel' | translate }}
          </button>
        }
        <button
          uiButton
          kind="primary"
          type="button"
          [busy]="busy()"
          [disabled]="date() === ''"
          (click)="compare()"
        >
          {{ (run() ? 'reconciliation.run.again' : 'reconciliation.run.verb') | translate }}
        </button>
      </ng-container>
    </ui-dialog>
  `,
})
export class RunDialog {
  private readonly api = inject(ReconciliationApi);
  private readonly say = inject(Say);
  readonly closed = output();
  protected readonly yesterday = daysBefore(inject(Now).at(), 1);
  protected readonly date = signal(this.yesterday);
  protected readonly gateway = signal<string>('razorpay');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly run = signal<ReconciliationRun | null>(null);
  protected readonly gateways = computed(() =>
    gateways.options.map((value) => ({
      value,
      label: this.say.it(`reconciliation.sources.${value}`),
    })),
  );
  protected readonly dialog = viewChild.required(Dialog);

  constructor() {
    effect(() => this.dialog().open());
  }

  protected day(date: string): string {
    return this.say.date(date);
  }
  protected compare(): void {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    this.run.set(null);
    const gateway = gateways.parse(this.gateway());
    this.api.run({ gateway, date: this.date() }).subscribe({
      next: (run) => {
        this.busy.set(false);
        this.run.set(run);
      },
      error: (thrown: unknown) => {
        this.busy.set(false);
        this.problem.set(asProblem(thrown));
      },
    });
  }
}
