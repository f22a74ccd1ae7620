import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import type { candidates } from '@wire/dispute-console';
import { filter, type Subscription } from 'rxjs';
import type * as z from 'zod';
import { asProblem, type Problem } from '@ui/app/problem';
import { Button } from '@ui/button';
import { Dialog } from '@ui/dialog';
import { ErrorSummary } from '@ui/form/error-summary';
import { Skeleton } from '@ui/skeleton';
import type { Deed } from '../deeds';
import { DisputesApi } from '../disputes.api';
import { ConsoleActions, disputesFeature } from '../disputes.store';

type Candidate = z.infer<typeof candidates>['items'][number];

/** Who takes the case, or who sits on the panel: everybody, with what stands against them. */
@Component({
  selector: 'app-assign-dialog',
  imports: [Button, Dialog, ErrorSummary, Skeleton, TranslatePipe],
  templateUrl: './assign-dialog.html',
  styleUrl: './assign-dialog.scss',
})
export class AssignDialog {
  private readonly api = inject(DisputesApi);
  private readonly store = inject(Store);
  private readonly dialog = viewChild.required(Dialog);
  readonly disputeId = input.required<string>();
  readonly what = input.required<'assign' | 'assign_panel'>();
  protected readonly busy = this.store.selectSignal(disputesFeature.selectBusy);
  private readonly refused = this.store.selectSignal(disputesFeature.selectRefused);
  protected readonly people = signal<readonly Candidate[] | null>(null);
  private readonly missed = signal<Problem | null>(null);
  protected readonly chosen = signal<readonly string[]>([]);
  protected readonly most = computed(() => (this.what() === 'assign' ? 1 : 2));
  protected readonly ready = computed(() => this.chosen().length === this.most());
  protected readonly problem = computed(() => {
    const refused = this.refused();
    return this.missed() ?? (refused?.kind === this.what() ? refused.problem : null);
  });
  private asking?: Subscription;

  constructor() {
    inject(Actions)
      .pipe(
        ofType(ConsoleActions.done),
        filter(({ kind }) => kind === this.what()),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.dialog().close());
  }

  open(): void {
    this.chosen.set([]);
    this.store.dispatch(ConsoleActions.problemRead());
    this.asking?.unsubscribe();
    this.asking = this.api.candidates(this.disputeId()).subscribe({
      next: ({ items }) => this.people.set(items),
      error: (thrown: unknown) => this.missed.set(asProblem(thrown)),
    });
    this.dialog().open();
  }
  /** One replaces the other where only one can be chosen. */
  protected choose(id: string, picked: boolean): void {
    const others = this.chosen().filter((one) => one !== id);
    const kept = this.most() === 1 ? [] : others.slice(-1);
    this.chosen.set(picked ? [...kept, id] : others);
  }
  protected send(): void {
    const [first] = this.chosen();
    if (!first || !this.ready()) return;
    const deed: Deed =
      this.what() === 'assign'
        ? { kind: 'assign', mediatorId: first }
        : { kind: 'assign_panel', memberIds: [...this.chosen()] };
    this.store.dispatch(ConsoleActions.act({ disputeId: this.disputeId(), deed }));
  }
}
