import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import type { DisputeView } from '@wire/dispute-case';
import type { Split } from '@wire/disputes';
import { filter } from 'rxjs';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Dialog } from '@ui/dialog';
import { Outcome } from '@ui/dispute/outcome';
import { simulating } from '@ui/dispute/simulating';
import { allocationsOf, percentOf, toProviderOf } from '@ui/dispute/split';
import { SplitControl, type SplitMark } from '@ui/dispute/split-control';
import { ErrorSummary } from '@ui/form/error-summary';
import { TextArea } from '@ui/form/text-area';
import { MoneyText } from '@ui/money';
import { Skeleton } from '@ui/skeleton';
import { DisputesApi } from '../disputes.api';
import { DisputeActions, disputesFeature } from '../disputes.store';
import { namesOf } from './case-next';

/** An offer: how to share the money, with what it would do to both sides while the slider moves. */
@Component({
  selector: 'app-offer-dialog',
  imports: [
    Button,
    Dialog,
    ErrorSummary,
    MoneyText,
    Outcome,
    Skeleton,
    SplitControl,
    TextArea,
    TranslatePipe,
  ],
  template: `
    <ui-dialog #dialog wide [heading]="'disputes.offer.heading' | translate">
      @if (split(); as value) {
        <form id="make-offer" class="stack gap-6" (submit)="send($event)">
          <ui-error-summary [problem]="problem() ?? effect.problem()" />
          <ui-split-control
            [label]="'disputes.offer.share' | translate"
            [disputed]="view().milestones"
            [names]="names()"
            [marks]="marks()"
            [value]="value"
            (valueChange)="split.set($event)"
          />
          @if (effect.value(); as answer) {
            <ui-outcome [of]="answer.simulation" [names]="names()" />
          } @else {
            <ui-skeleton [count]="6" />
          }
          <ui-text-area
            optional
            [rows]="3"
            [limit]="1000"
            [label]="'disputes.offer.note' | translate"
            [(value)]="note"
          />
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
        form="make-offer"
        [busy]="busy() === 'offer'"
      >
        {{
          'disputes.offer.verb'
            | translate: { amount: (toProvider() | money), name: view().provider.name }
        }}
      </button>
    </ui-dialog>
  `,
})
export class OfferDialog {
  private readonly store = inject(Store);
  private readonly say = inject(Say);
  private readonly api = inject(DisputesApi);
  private readonly dialog = viewChild.required(Dialog);
  readonly view = input.required<DisputeView>();
  protected readonly busy = this.store.selectSignal(disputesFeature.selectBusy);
  protected readonly problem = this.store.selectSignal(disputesFeature.selectProblem);
  protected readonly note = signal('');
  /** Null until it was opened: a closed dialog asks the server for nothing. */
  protected readonly split = signal<Split | null>(null);
  protected readonly effect = simulating(this.split, (split) =>
    this.api.simulate(this.view().id, split),
  );
  protected readonly names = computed(() => namesOf(this.view()));
  /** What was asked and offered before: places to start from. */
  protected readonly marks = computed((): SplitMark[] =>
    this.view()
      .offers.filter(({ state }) => state === 'open')
      .map(({ id, by, allocations }) => ({
        id,
        percent: percentOf(allocations),
        label: this.say.it('disputes.offer.mark', { name: this.names()[by] }),
      })),
  );
  protected readonly toProvider = computed(() => {
    const split = this.split();
    return split ? toProviderOf(allocationsOf(this.view().milestones, split)) : null;
  });

  constructor() {
    inject(Actions)
      .pipe(
        ofType(DisputeActions.done),
        filter(({ kind }) => kind === 'offer'),
        takeUntilDestroyed(),
      )
      .subscribe(() => {
        this.dialog().close();
        this.note.set('');
      });
  }

  open(): void {
    const last = this.view().offers.at(-1);
    this.split.set({ kind: 'percent', provider: last ? percentOf(last.allocations) : 50 });
    this.store.dispatch(DisputeActions.problemRead());
    this.dialog().open();
  }
  protected send(event: Event): void {
    event.preventDefault();
    const split = this.split();
    if (!split) return;
    const input = { split, note: this.note().trim() };
    const deed = { kind: 'offer', input } as const;
    this.store.dispatch(DisputeActions.act({ disputeId: this.view().id, deed }));
  }
}
