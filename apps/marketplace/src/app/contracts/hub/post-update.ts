import { Component, effect, inject, input, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import type { FileView } from '@wire/files';
import { filter } from 'rxjs';
import { keeps } from '@ui/app/keep';
import { Uploads } from '@ui/app/uploads';
import { Button } from '@ui/button';
import { ErrorSummary } from '@ui/form/error-summary';
import { FileField } from '@ui/form/file-field';
import { TextArea } from '@ui/form/text-area';
import { ContractActions, contractsFeature } from '../contracts.store';

/** How the work goes, told on the timeline: a note, with files if any. */
@Component({
  selector: 'app-post-update',
  imports: [Button, ErrorSummary, FileField, TextArea, TranslatePipe],
  template: `
    @if (open()) {
      <form class="stack gap-3" (submit)="post($event)">
        <ui-error-summary [problem]="problem()" />
        <ui-text-area
          [label]="'contracts.update.note' | translate"
          [placeholder]="'contracts.update.hint' | translate"
          [rows]="3"
          [limit]="4000"
          [value]="draft().note"
          (valueChange)="draft.set({ note: $event })"
        />
        <ui-file-field
          [label]="'contracts.update.files' | translate"
          [hint]="'contracts.update.filesHint' | translate"
          [upload]="upload"
          [most]="20"
          [(value)]="files"
          (busy)="sending.set($event)"
        />
        <div class="row">
          <button
            uiButton
            type="submit"
            [busy]="busy() === 'update' || sending()"
            [disabled]="draft().note.trim() === ''"
          >
            {{ 'contracts.update.verb' | translate }}
          </button>
          <button uiButton kind="quiet" type="button" (click)="open.set(false)">
            {{ 'ui.cancel' | translate }}
          </button>
        </div>
      </form>
    } @else {
      <button uiButton small icon="message" type="button" (click)="open.set(true)">
        {{ 'contracts.update.open' | translate }}
      </button>
    }
  `,
  styles: `
    form {
      padding: var(--s4);
      border: 1px solid var(--line);
      border-radius: var(--radius);
    }
  `,
})
export class PostUpdate {
  private readonly store = inject(Store);
  readonly contractId = input.required<string>();
  protected readonly upload = inject(Uploads).send('update');
  protected readonly busy = this.store.selectSignal(contractsFeature.selectBusy);
  protected readonly problem = this.store.selectSignal(contractsFeature.selectProblem);
  protected readonly open = signal(false);
  protected readonly sending = signal(false);
  protected readonly draft = signal({ note: '' });
  protected readonly files = signal<readonly FileView[]>([]);
  private readonly keep = keeps(this.draft);

  constructor() {
    effect(() => {
      const found = this.keep.under(`update/${this.contractId()}`);
      if (found && untracked(this.draft).note !== '') this.open.set(true);
    });
    inject(Actions)
      .pipe(
        ofType(ContractActions.done),
        filter(({ deed }) => deed === 'update'),
        takeUntilDestroyed(),
      )
      .subscribe(() => {
        this.open.set(false);
        this.draft.set({ note: '' });
        this.files.set([]);
      });
  }

  protected post(event: Event): void {
    event.preventDefault();
    const note = this.draft().note.trim();
    if (note === '' || this.sending()) return;
    const files = this.files().map(({ id }) => id);
    this.store.dispatch(ContractActions.postUpdate({ contractId: this.contractId(), note, files }));
  }
}
