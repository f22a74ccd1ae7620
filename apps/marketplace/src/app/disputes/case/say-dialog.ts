import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { addEvidence, answerDispute, appealDecision } from '@wire/disputes';
import type { FileView } from '@wire/files';
import { filter } from 'rxjs';
import { Uploads } from '@ui/app/uploads';
import { Button } from '@ui/button';
import { Dialog } from '@ui/dialog';
import { ErrorSummary } from '@ui/form/error-summary';
import { FileField } from '@ui/form/file-field';
import { TextArea } from '@ui/form/text-area';
import type { Deed } from '../deeds';
import { DisputeActions, disputesFeature } from '../disputes.store';

export type Saying = 'answer' | 'add_evidence' | 'appeal';

/** Words of one side, with files where they prove something: the answer, evidence, an appeal. */
@Component({
  selector: 'app-say-dialog',
  imports: [Button, Dialog, ErrorSummary, FileField, TextArea, TranslatePipe],
  template: `
    <ui-dialog #dialog [heading]="'disputes.say.' + what() + '.heading' | translate">
      @if (shown()) {
        <form class="stack" [id]="'say-' + what()" (submit)="send($event)">
          <p class="small muted">{{ 'disputes.say.' + what() + '.lead' | translate }}</p>
          <ui-error-summary [problem]="problem()" />
          <ui-text-area
            [rows]="6"
            [limit]="4000"
            [label]="'disputes.say.' + what() + '.text' | translate"
            [optional]="what() === 'add_evidence'"
            [(value)]="text"
          />
          @if (what() !== 'appeal') {
            <ui-file-field
              [label]="'disputes.say.files' | translate"
              [hint]="'disputes.filesHint' | translate"
              [upload]="upload"
              [most]="20"
              [(value)]="files"
              (busy)="sending.set($event)"
            />
          }
        </form>
      }
      <button dialog-actions uiButton type="button" (click)="dialog.close()">
        {{ 'ui.cancel' | translate }}
      </button>
      <button
        dialog-actions
        uiButton
        kind="primary"
        type="submit"
        [attr.form]="'say-' + what()"
        [busy]="busy() === what() || sending()"
        [disabled]="deed() === null"
      >
        {{ 'disputes.say.' + what() + '.verb' | translate }}
      </button>
    </ui-dialog>
  `,
})
export class SayDialog {
  private readonly store = inject(Store);
  private readonly dialog = viewChild.required(Dialog);
  readonly disputeId = input.required<string>();
  readonly what = input.required<Saying>();
  protected readonly upload = inject(Uploads).send('evidence');
  protected readonly busy = this.store.selectSignal(disputesFeature.selectBusy);
  protected readonly problem = this.store.selectSignal(disputesFeature.selectProblem);
  protected readonly shown = signal(false);
  protected readonly text = signal('');
  protected readonly files = signal<readonly FileView[]>([]);
  protected readonly sending = signal(false);

  protected readonly deed = computed((): Deed | null => {
    const kind = this.what();
    if (kind === 'appeal') {
      const { data } = appealDecision.safeParse({ grounds: this.text() });
      return data ? { kind, grounds: data.grounds } : null;
    }
    const schema = kind === 'answer' ? answerDispute : addEvidence;
    const files = this.files().map(({ id }) => id);
    const { data } = schema.safeParse({ text: this.text(), files });
    return data ? { kind, input: data } : null;
  });

  constructor() {
    inject(Actions)
      .pipe(
        ofType(DisputeActions.done),
        filter(({ kind }) => kind === this.what()),
        takeUntilDestroyed(),
      )
      .subscribe(() => {
        this.dialog().close();
        this.text.set('');
        this.files.set([]);
        this.shown.set(false);
      });
  }

  open(): void {
    this.shown.set(true);
    this.store.dispatch(DisputeActions.problemRead());
    this.dialog().open();
  }
  protected send(event: Event): void {
    event.preventDefault();
    const deed = this.deed();
    if (!deed || this.sending()) return;
    this.store.dispatch(DisputeActions.act({ disputeId: this.disputeId(), deed }));
  }
}
