import { Component, effect, inject, input, signal, viewChild } from '@angular/core';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { TranslatePipe } from '@ngx-translate/core';
import { Button } from '@ui/button';
import { Dialog } from '@ui/dialog';
import { ErrorSummary } from '@ui/form/error-summary';
import { TextField } from '@ui/form/text-field';
import type { Asked } from '../search.api';
import { type Kind, SearchActions, searchFeature } from '../search.store';

/** Gives the present search a name; new jobs that fit are told by mail. */
@Component({
  selector: 'app-save-search',
  imports: [Button, Dialog, ErrorSummary, TextField, TranslatePipe],
  template: `
    @if (kind() === 'jobs') {
      <button uiButton type="button" icon="bell" (click)="dialog.open()">
        {{ 'search.save.open' | translate }}
      </button>
    }
    <ui-dialog #dialog [heading]="'search.save.heading' | translate">
      <form id="save-search" class="stack" (submit)="$event.preventDefault(); send()">
        <p class="muted small">{{ 'search.save.text' | translate }}</p>
        <ui-error-summary [problem]="saving().problem" />
        <ui-text-field [label]="'search.save.name' | translate" [maxlength]="80" [(value)]="name" />
      </form>
      <button dialog-actions uiButton type="button" (click)="dialog.close()">
        {{ 'ui.cancel' | translate }}
      </button>
      <button
        dialog-actions
        uiButton
        kind="primary"
        form="save-search"
        type="submit"
        [busy]="saving().busy"
        [disabled]="name().trim() === ''"
      >
        {{ 'search.save.verb' | translate }}
      </button>
    </ui-dialog>
  `,
})
export class SaveSearch {
  private readonly store = inject(Store);
  readonly query = input.required<Asked>();
  readonly kind = input.required<Kind>();
  protected readonly saving = this.store.selectSignal(searchFeature.selectSaving);
  protected readonly name = signal('');
  private readonly dialog = viewChild.required(Dialog);

  constructor() {
    effect(() => this.name.set(this.query().q ?? ''));
    inject(Actions)
      .pipe(ofType(SearchActions.saved), takeUntilDestroyed())
      .subscribe(() => this.dialog().close());
  }

  protected send(): void {
    const name = this.name().trim();
    if (name !== '') this.store.dispatch(SearchActions.saveAsked({ name, query: this.query() }));
  }
}
