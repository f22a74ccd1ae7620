import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { declineReasons, type ProposalView } from '@wire/proposals';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Dialog } from '@ui/dialog';
import { RadioCards } from '@ui/form/radio-cards';
import { TextArea } from '@ui/form/text-area';
import { JobActions } from '../jobs.store';

/** Nobody is left without an answer: a decline has a reason, and the provider reads it. */
@Component({
  selector: 'app-decline',
  imports: [Button, Dialog, RadioCards, TextArea, TranslatePipe],
  template: `
    <ui-dialog
      #dialog
      [heading]="'jobs.decline.heading' | translate: { name: proposal()?.provider?.name ?? '' }"
    >
      <form id="decline" class="stack" (submit)="$event.preventDefault(); send()">
        <p class="muted small">{{ 'jobs.decline.text' | translate }}</p>
        <ui-radio-cards
          [label]="'jobs.decline.reason' | translate"
          [choices]="choices()"
          [(value)]="reason"
        />
        <ui-text-area
          optional
          [label]="'jobs.decline.note' | translate"
          [rows]="3"
          [limit]="500"
          [(value)]="note"
        />
      </form>
      <button dialog-actions uiButton type="button" (click)="dialog.close()">
        {{ 'jobs.decline.keep' | translate }}
      </button>
      <button
        dialog-actions
        uiButton
        kind="danger"
        type="submit"
        form="decline"
        [disabled]="reason() === ''"
      >
        {{ 'jobs.decline.verb' | translate }}
      </button>
    </ui-dialog>
  `,
})
export class Decline {
  private readonly store = inject(Store);
  private readonly say = inject(Say);
  protected readonly proposal = signal<ProposalView | null>(null);
  protected readonly reason = signal('');
  protected readonly note = signal('');
  protected readonly choices = computed(() =>
    declineReasons.options.map((value) => ({
      value,
      label: this.say.it(`jobs.decline.reasons.${value}`),
    })),
  );
  private readonly dialog = viewChild.required(Dialog);

  open(proposal: ProposalView): void {
    this.proposal.set(proposal);
    this.reason.set('');
    this.note.set('');
    this.dialog().open();
  }
  protected send(): void {
    const [proposal, reason, note] = [this.proposal(), this.reason(), this.note().trim()];
    if (!proposal || reason === '') return;
    this.store.dispatch(JobActions.decline({ proposal, reason, note }));
    this.dialog().close();
  }
}
