import {
  afterNextRender,
  Component,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { PoolEntry } from '@wire/talent';
import { asProblem, type Problem } from '@ui/app/problem';
import { Button } from '@ui/button';
import { Dialog } from '@ui/dialog';
import { ErrorSummary } from '@ui/form/error-summary';
import { TagsField } from '@ui/form/tags-field';
import { TextArea } from '@ui/form/text-area';
import { PoolsApi } from './pools.api';

/** What is noted about one provider of a pool. */
@Component({
  selector: 'app-note-dialog',
  imports: [Button, Dialog, ErrorSummary, TagsField, TextArea, TranslatePipe],
  template: `
    <ui-dialog
      [heading]="'pools.noteOf' | translate: { name: of().provider.name }"
      (closed)="closed.emit()"
    >
      <div class="stack">
        <ui-error-summary [problem]="problem()" />
        <ui-text-area
          optional
          [label]="'ui.pools.note' | translate"
          [hint]="'ui.pools.noteHint' | translate"
          [limit]="1000"
          [(value)]="note"
        />
        <ui-tags-field
          optional
          [label]="'ui.pools.tags' | translate"
          [hint]="'ui.pools.tagsHint' | translate"
          [suggestions]="known()"
          [most]="10"
          [(value)]="tags"
        />
      </div>
      <button dialog-actions uiButton type="button" (click)="dialog().close()">
        {{ 'ui.cancel' | translate }}
      </button>
      <button dialog-actions uiButton kind="primary" type="button" [busy]="busy()" (click)="save()">
        {{ 'pools.save' | translate }}
      </button>
    </ui-dialog>
  `,
})
export class NoteDialog {
  private readonly api = inject(PoolsApi);
  readonly poolId = input.required<string>();
  readonly of = input.required<PoolEntry>();
  readonly known = input.required<readonly string[]>();
  readonly closed = output();
  readonly saved = output();
  protected readonly note = linkedSignal(() => this.of().note);
  protected readonly tags = linkedSignal<readonly string[]>(() => this.of().tags);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly dialog = viewChild.required(Dialog);

  constructor() {
    afterNextRender(() => this.dialog().open());
  }

  protected save(): void {
    this.busy.set(true);
    const words = { note: this.note(), tags: [...this.tags()] };
    this.api.keep(this.poolId(), this.of().provider.id, words).subscribe({
      next: () => this.saved.emit(),
      error: (thrown: unknown) => {
        this.busy.set(false);
        this.problem.set(asProblem(thrown));
      },
    });
  }
}
