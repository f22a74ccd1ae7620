import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import type { DisputeView } from '@wire/dispute-case';
import type { Allocation, Split } from '@wire/disputes';
import { filter } from 'rxjs';
import { newKey } from '@ui/app/api';
import { Button } from '@ui/button';
import { Dialog } from '@ui/dialog';
import { Outcome } from '@ui/dispute/outcome';
import { simulating } from '@ui/dispute/simulating';
import { exactly } from '@ui/dispute/split';
import { ErrorSummary } from '@ui/form/error-summary';
import { Skeleton } from '@ui/skeleton';
import type { Deed } from '../deeds';
import { DisputesApi } from '../disputes.api';
import { DisputeActions, disputesFeature } from '../disputes.store';
import { namesOf } from './case-next';

type Settling = Extract<Deed, { readonly key: string }>;
/** What is about to be accepted. */
export type Acceptable =
  | { readonly kind: 'accept_offer'; readonly offerId: string }
  | { readonly kind: 'accept_recommendation' };

/** The last look before money moves: what both sides get by accepting this. */
@Component({
  selector: 'app-settle-dialog',
  imports: [Button, Dialog, ErrorSummary, Outcome, Skeleton, TranslatePipe],
  template: `
    <ui-dialog #dialog wide [heading]="'disputes.settle.' + kind() + '.heading' | translate">
      <div class="stack gap-6">
        <ui-error-summary [problem]="problem() ?? effect.problem()" />
        <p class="small">{{ 'disputes.settle.' + kind() + '.text' | translate: names() }}</p>
        @if (effect.value(); as answer) {
          <ui-outcome [of]="answer.simulation" [names]="names()" />
        } @else {
          <ui-skeleton [count]="6" />
        }
      </div>
      <button dialog-actions uiButton type="button" (click)="dialog.close()">
        {{ 'disputes.settle.notYet' | translate }}
      </button>
      <button
        dialog-actions
        uiButton
        kind="primary"
        type="button"
        [busy]="busy() === kind()"
        [disabled]="effect.value() === null"
        (click)="settle()"
      >
        {{ 'disputes.settle.' + kind() + '.verb' | translate }}
      </button>
    </ui-dialog>
  `,
})
export class SettleDialog {
  private readonly store = inject(Store);
  private readonly api = inject(DisputesApi);
  private readonly dialog = viewChild.required(Dialog);
  readonly view = input.required<DisputeView>();
  protected readonly busy = this.store.selectSignal(disputesFeature.selectBusy);
  protected readonly problem = this.store.selectSignal(disputesFeature.selectProblem);
  private readonly deed = signal<Settling | null>(null);
  private readonly split = signal<Split | null>(null);
  protected readonly kind = computed(() => this.deed()?.kind ?? 'accept_offer');
  protected readonly names = computed(() => namesOf(this.view()));
  protected readonly effect = simulating(
    this.split,
    (split) => this.api.simulate(this.view().id, split),
    0,
  );

  constructor() {
    inject(Actions)
      .pipe(
        ofType(DisputeActions.done),
        filter(({ kind }) => kind === this.deed()?.kind),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.dialog().close());
  }

  /** One key per look: a lost answer and a second click settle once. */
  open(what: Acceptable, allocations: readonly Allocation[]): void {
    this.deed.set({ ...what, key: newKey() });
    this.split.set(exactly(allocations));
    this.store.dispatch(DisputeActions.problemRead());
    this.dialog().open();
  }
  protected settle(): void {
    const deed = this.deed();
    if (deed) this.store.dispatch(DisputeActions.act({ disputeId: this.view().id, deed }));
  }
}
