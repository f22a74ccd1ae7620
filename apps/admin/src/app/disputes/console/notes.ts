import { Component, computed, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { addNote, type ConsoleCase } from '@wire/dispute-console';
import { filter } from 'rxjs';
import { Button } from '@ui/button';
import { ErrorSummary } from '@ui/form/error-summary';
import { TextArea } from '@ui/form/text-area';
import { Moment } from '@ui/moment';
import { ConsoleActions, disputesFeature } from '../disputes.store';

/** Notes among mediators. The sides never see them, on no page and on no paper. */
@Component({
  selector: 'app-notes',
  imports: [Button, ErrorSummary, Moment, TextArea, TranslatePipe],
  template: `
    @for (note of view().notes; track note.id) {
      <article>
        <p dir="auto">{{ note.text }}</p>
        <small>{{ note.by.name }} · <ui-moment [at]="note.at" /></small>
      </article>
    }
    @if (view().consoleActions.includes('note')) {
      <form (submit)="add($event)">
        <ui-error-summary [problem]="problem()" />
        <ui-text-area
          [rows]="2"
          [limit]="4000"
          [label]="'disputes.notes.label' | translate"
          [hint]="'disputes.notes.hint' | translate"
          [(value)]="text"
        />
        <button
          uiButton
          small
          type="submit"
          [busy]="busy() === 'note'"
          [disabled]="!input().success"
        >
          {{ 'disputes.notes.verb' | translate }}
        </button>
      </form>
    }
  `,
  styles: `
    :host,
    form {
      display: grid;
      gap: var(--s3);
    }
    article {
      padding: var(--s3);
      border-radius: var(--radius-control);
      background: var(--attention-soft);
      overflow-wrap: anywhere;
    }
    article p {
      white-space: pre-line;
    }
    small {
      color: var(--attention);
      font-size: var(--t12);
    }
    button {
      justify-self: start;
    }
  `,
})
export class Notes {
  private readonly store = inject(Store);
  readonly view = input.required<ConsoleCase>();
  protected readonly busy = this.store.selectSignal(disputesFeature.selectBusy);
  private readonly refused = this.store.selectSignal(disputesFeature.selectRefused);
  protected readonly text = signal('');
  protected readonly input = computed(() => addNote.safeParse({ text: this.text() }));
  protected readonly problem = computed(() => {
    const refused = this.refused();
    return refused?.kind === 'note' ? refused.problem : null;
  });

  constructor() {
    inject(Actions)
      .pipe(
        ofType(ConsoleActions.done),
        filter(({ kind }) => kind === 'note'),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.text.set(''));
  }

  protected add(event: Event): void {
    event.preventDefault();
    const { data } = this.input();
    if (!data) return;
    const deed = { kind: 'note', text: data.text } as const;
    this.store.dispatch(ConsoleActions.act({ disputeId: this.view().id, deed }));
  }
}
