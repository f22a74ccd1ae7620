import {
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { RetentionRule } from '@wire/retention';
import { TextField } from '@ui/form/text-field';
import { ProposalDialog, type Send } from '@ui/proposal-dialog';
import { PrivacyApi } from '../privacy.api';

const most = 30;

/** Another number of years; a second person of compliance has to want it too. */
@Component({
  selector: 'app-change-rule',
  imports: [ProposalDialog, TextField, TranslatePipe],
  template: `
    <ui-proposal-dialog
      [heading]="'privacy.changeHeading' | translate"
      [lead]="'privacy.categories.' + rule().kind | translate"
      [verb]="'privacy.changeVerb' | translate"
      [ready]="wanted() !== null"
      [send]="send"
      (closed)="closed.emit($event)"
    >
      <ui-text-field
        [label]="'privacy.columns.years' | translate"
        [hint]="'privacy.yearsHint' | translate"
        [(value)]="years"
      />
    </ui-proposal-dialog>
  `,
})
export class ChangeRule {
  private readonly api = inject(PrivacyApi);
  readonly rule = input.required<RetentionRule>();
  readonly closed = output<boolean>();
  protected readonly years = linkedSignal(() => String(this.rule().years));
  protected readonly wanted = computed(() => {
    const years = Number(this.years().trim() || Number.NaN);
    const isGood = Number.isInteger(years) && years >= 0 && years <= most;
    return isGood && years !== this.rule().years ? years : null;
  });
  private readonly dialog = viewChild.required(ProposalDialog);
  protected readonly send: Send = (reason, idempotencyKey) =>
    this.api.propose(
      { kind: this.rule().kind, years: this.wanted() ?? this.rule().years, reason },
      idempotencyKey,
    );

  constructor() {
    effect(() => this.dialog().open());
  }
}
