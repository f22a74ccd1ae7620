import { Component, computed, inject, input, signal } from '@angular/core';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Dialog } from '@ui/dialog';
import { RadioCards } from '@ui/form/radio-cards';
import type { CloseReason } from '../jobs.api';
import { JobActions } from '../jobs.store';

/** Takes a job off the market; what was agreed stays. */
@Component({
  selector: 'app-close-job',
  imports: [Button, Dialog, RadioCards, TranslatePipe],
  template: `
    <button uiButton kind="quiet" type="button" (click)="dialog.open()">
      {{ 'jobs.close.open' | translate }}
    </button>
    <ui-dialog #dialog [heading]="'jobs.close.heading' | translate">
      <div class="stack">
        <p class="muted small">{{ 'jobs.close.text' | translate }}</p>
        <ui-radio-cards
          [label]="'jobs.close.reason' | translate"
          [choices]="choices()"
          [(value)]="reason"
        />
      </div>
      <button dialog-actions uiButton type="button" (click)="dialog.close()">
        {{ 'jobs.close.keep' | translate }}
      </button>
      <button
        dialog-actions
        uiButton
        kind="danger"
        type="button"
        [disabled]="reason() === ''"
        (click)="close(); dialog.close()"
      >
        {{ 'jobs.close.verb' | translate }}
      </button>
    </ui-dialog>
  `,
})
export class CloseJob {
  private readonly store = inject(Store);
  private readonly say = inject(Say);
  readonly jobId = input.required<string>();
  protected readonly reason = signal('');
  protected readonly choices = computed(() =>
    ['filled', 'cancelled', 'other'].map((value) => ({
      value,
      label: this.say.it(`jobs.close.reasons.${value}`),
    })),
  );

  protected close(): void {
    const reason = this.reason() as CloseReason;
    this.store.dispatch(JobActions.close({ id: this.jobId(), reason }));
  }
}
