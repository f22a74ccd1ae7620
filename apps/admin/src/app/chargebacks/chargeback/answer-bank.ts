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
import type { ChargebackDetail } from '@wire/chargebacks';
import type { FileView } from '@wire/files';
import { Uploads } from '@ui/app/uploads';
import { FileField } from '@ui/form/file-field';
import { ProposalDialog, type Send } from '@ui/proposal-dialog';
import { ChargebacksApi } from '../chargebacks.api';

/** Our answer to the bank: a summary and files, once in each phase. It cannot be taken back. */
@Component({
  selector: 'app-answer-bank',
  imports: [FileField, ProposalDialog, TranslatePipe],
  template: `
    <ui-proposal-dialog
      wide
      [heading]="'chargebacks.answer.heading' | translate"
      [lead]="'chargebacks.answer.lead' | translate: { phase: phase() }"
      [verb]="'chargebacks.answer.verb' | translate"
      [reasonLabel]="'chargebacks.answer.summary' | translate"
      [reasonHint]="'chargebacks.answer.summaryHint' | translate"
      [done]="'chargebacks.answer.done' | translate"
      [ready]="!uploading()"
      [send]="send"
      (closed)="closed.emit()"
    >
      <ui-file-field
        [label]="'chargebacks.answer.files' | translate"
        [hint]="'chargebacks.answer.filesHint' | translate"
        [most]="20"
        [upload]="upload"
        [(value)]="files"
        (busy)="uploading.set($event)"
      />
    </ui-proposal-dialog>
  `,
})
export class AnswerBank {
  private readonly api = inject(ChargebacksApi);
  readonly of = input.required<ChargebackDetail>();
  /** The phase, in words. */
  readonly phase = input.required<string>();
  readonly closed = output();
  protected readonly upload = inject(Uploads).send('evidence');
  protected readonly files = signal<readonly FileView[]>([]);
  protected readonly uploading = signal(false);
  private readonly ids = computed(() => this.files().map(({ id }) => id));
  protected readonly send: Send = (summary) =>
    this.api.answer(this.of().id, { summary, files: this.ids() });
  private readonly dialog = viewChild.required(ProposalDialog);

  constructor() {
    effect(() => this.dialog().open());
  }
}
