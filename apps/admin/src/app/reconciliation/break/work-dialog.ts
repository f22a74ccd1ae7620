import {
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { type BreakDetail, resolveBreak } from '@wire/reconciliation';
import { Say } from '@ui/app/say';
import { SelectField } from '@ui/form/select-field';
import { ProposalDialog, type Send } from '@ui/proposal-dialog';
import { ReconciliationApi } from '../reconciliation.api';
import { SuggestedEntries } from './suggested-entries';

/** What somebody can say of a difference: a note, what it was, or entries for a second person. */
export type Work = 'note' | 'resolve' | 'propose';
const outcomes = resolveBreak.shape.outcome;

@Component({
  selector: 'app-work-dialog',
  imports: [ProposalDialog, SelectField, SuggestedEntries, TranslatePipe],
  template: `
    <ui-proposal-dialog
      [heading]="'reconciliation.work.' + work() + '.heading' | translate"
      [lead]="'reconciliation.work.' + work() + '.lead' | translate"
      [verb]="'reconciliation.work.' + work() + '.verb' | translate"
      [reasonLabel]="'reconciliation.work.' + work() + '.words' | translate"
      [reasonHint]="'reconciliation.work.' + work() + '.hint' | translate"
      [done]="'reconciliation.work.' + work() + '.done' | translate"
      [ready]="work() !== 'resolve' || outcome() !== ''"
      [send]="send"
      (closed)="closed.emit()"
    >
      @if (work() === 'resolve') {
        <ui-select-field
          [label]="'reconciliation.work.outcome' | translate"
          [placeholder]="'reconciliation.work.choose' | translate"
          [choices]="outcomes()"
          [(value)]="outcome"
        />
      } @else if (work() === 'propose') {
        <app-suggested-entries [of]="of().suggested" />
      }
    </ui-proposal-dialog>
  `,
})
export class WorkDialog {
  private readonly api = inject(ReconciliationApi);
  private readonly say = inject(Say);
  readonly of = input.required<BreakDetail>();
  readonly work = input.required<Work>();
  readonly closed = output();
  protected readonly outcome = signal('');
  protected readonly outcomes = computed(() =>
    outcomes.options.map((value) => ({
      value,
      label: this.say.it(`reconciliation.outcomes.${value}`),
    })),
  );
  protected readonly send: Send = (words, key) => {
    const { id } = this.of();
    if (this.work() === 'propose') return this.api.propose(id, words, key);
    if (this.work() === 'note') return this.api.note(id, words);
    return this.api.resolve(id, { outcome: outcomes.parse(this.outcome()), reason: words });
  };
  private readonly dialog = viewChild.required(ProposalDialog);

  constructor() {
    effect(() => this.dialog().open());
  }
}
