import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { EmptyState } from '@ui/empty-state';
import { ErrorState } from '@ui/error-state';
import { FileList } from '@ui/file-list';
import { Icon } from '@ui/icon';
import { Moment } from '@ui/moment';
import { NextStep } from '@ui/next-step';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Tabs, type TabWords } from '@ui/tabs';
import { Toasts } from '@ui/toasts';
import { EscrowActions, escrowFeature } from '../escrow.store';
import { followMilestone } from '../milestone-page';
import { AskChanges } from './ask-changes';
import { ReleaseDialog } from './release-dialog';
import { reviewCard } from './review-card';

/** The client looks at what was delivered: its versions, then changes or the release. */
@Component({
  selector: 'app-review',
  imports: [
    AskChanges,
    Button,
    Card,
    EmptyState,
    ErrorState,
    FileList,
    Icon,
    Moment,
    NextStep,
    PageHeader,
    ReleaseDialog,
    RouterLink,
    Skeleton,
    Tabs,
    TranslatePipe,
  ],
  templateUrl: './review.html',
  styleUrl: './review.scss',
})
export class Review {
  private readonly store = inject(Store);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  /** From the address. */
  readonly contractId = input.required<string>();
  readonly milestoneId = input.required<string>();

  protected readonly open = followMilestone(this.contractId, this.milestoneId);
  protected readonly missed = this.store.selectSignal(escrowFeature.selectMissed);
  protected readonly releasing = viewChild(ReleaseDialog);
  protected readonly asking = signal(false);
  private readonly chosen = signal('');

  protected readonly versions = computed(() =>
    (this.open()?.milestone.deliveries ?? []).toSorted((a, b) => b.version - a.version),
  );
  protected readonly tabs = computed((): TabWords[] =>
    this.versions().map(({ id, version }) => ({
      id,
      label: this.say.it('escrow.review.version', { version }),
    })),
  );
  protected readonly shown = computed(
    () => this.versions().find(({ id }) => id === this.chosen()) ?? this.versions()[0],
  );
  protected readonly card = computed(() => {
    const open = this.open();
    return open && reviewCard(open, this.say);
  });

  constructor() {
    const actions = inject(Actions);
    actions.pipe(ofType(EscrowActions.changesRequested), takeUntilDestroyed()).subscribe(() => {
      this.asking.set(false);
      const name = this.open()?.contract.provider.name;
      this.toasts.say({ text: this.say.it('escrow.changes.done', { name }) });
    });
    actions.pipe(ofType(EscrowActions.released), takeUntilDestroyed()).subscribe(({ receipt }) => {
      const name = this.open()?.contract.provider.name;
      const net = this.say.money(receipt.net, 'full');
      this.toasts.say({ text: this.say.it('escrow.release.done', { name, net }) });
    });
  }

  protected choose(id: string): void {
    this.chosen.set(id);
  }
  protected retry(): void {
    this.store.dispatch(EscrowActions.opened({ contractId: this.contractId() }));
  }
}
