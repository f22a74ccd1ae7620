import { NgTemplateOutlet } from '@angular/common';
import {
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  untracked,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import type { ConsoleCase } from '@wire/dispute-console';
import type { Split } from '@wire/disputes';
import { Address } from '@ui/app/address';
import { answer } from '@ui/app/answer';
import { Narrow } from '@ui/app/narrow';
import { pulse } from '@ui/app/pulse';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { DisputeHistory } from '@ui/dispute/history';
import { DisputeStatus } from '@ui/dispute/dispute-status';
import { Evidence } from '@ui/dispute/evidence';
import { percentOf } from '@ui/dispute/split';
import { ErrorState } from '@ui/error-state';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Tabs, type TabWords } from '@ui/tabs';
import { Toasts } from '@ui/toasts';
import { Updated } from '@ui/updated';
import { DisputesApi } from '../disputes.api';
import { ConsoleActions } from '../disputes.store';
import { EffectPane } from '../effect/effect-pane';
import { AssignDialog } from '../people/assign-dialog';
import { Heat } from '../queue/heat';
import { ClaimPane } from './claim-pane';

/** Where the slider begins: what waits, what was recommended, what was offered last, or the middle. */
export const beginning = (view: ConsoleCase): Split => {
  const allocations =
    view.proposed?.split ??
    view.decision?.allocations ??
    view.recommendation?.allocations ??
    view.offers.at(-1)?.allocations;
  return { kind: 'percent', provider: allocations ? percentOf(allocations) : 50 };
};

/** The dispute before the mediator: claim · evidence · effect, side by side. */
@Component({
  selector: 'app-dispute-console',
  imports: [
    AssignDialog,
    Button,
    ClaimPane,
    DisputeHistory,
    DisputeStatus,
    EffectPane,
    ErrorState,
    Evidence,
    Heat,
    NgTemplateOutlet,
    PageHeader,
    RouterLink,
    Skeleton,
    Tabs,
    TranslatePipe,
    Updated,
  ],
  templateUrl: './console.html',
  styleUrl: './console.scss',
})
export class DisputeConsole {
  private readonly api = inject(DisputesApi);
  private readonly store = inject(Store);
  private readonly address = inject(Address);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  protected readonly narrow = inject(Narrow).is;
  /** From the address. */
  readonly id = input.required<string>();
  readonly tab = input<string>();

  protected readonly dispute = answer(() => this.api.one(this.id()));
  protected readonly assigning = viewChild(AssignDialog);
  protected readonly names = computed(() => ({
    client: this.dispute.value()?.client.name ?? '',
    provider: this.dispute.value()?.provider.name ?? '',
  }));
  private readonly shown = computed(() => this.dispute.value()?.id);
  /** Stays where the mediator has put it while the case is asked for again. */
  protected readonly split = linkedSignal<string | undefined, Split | null>({
    source: this.shown,
    computation: () => {
      const view = untracked(this.dispute.value);
      return view ? beginning(view) : null;
    },
  });
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('disputes.heading'), link: '/disputes' },
    { label: this.dispute.value()?.contractTitle ?? this.say.it('disputes.one') },
  ]);
  protected readonly tabs = computed((): TabWords[] =>
    ['claim', 'evidence', 'effect'].map((id) => ({
      id,
      label: this.say.it(`disputes.panes.${id}`),
    })),
  );
  protected readonly hoursLeft = computed(() => {
    const deadline = this.dispute.value()?.step.deadline;
    const at = this.dispute.at();
    return deadline && at ? (Date.parse(deadline) - at) / 3_600_000 : null;
  });
  /** Who is chosen by whom: one mediator, or a panel of two. */
  protected readonly choosing = computed(() => {
    const actions = this.dispute.value()?.consoleActions ?? [];
    if (actions.includes('assign_panel')) return 'assign_panel' as const;
    return actions.includes('assign') ? ('assign' as const) : null;
  });

  constructor() {
    effect(() => {
      this.id();
      this.store.dispatch(ConsoleActions.opened());
    });
    /* Hints are for the parties of a contract; staff ask again. */
    pulse(5_000).subscribe(() => this.dispute.refresh());
    inject(Actions)
      .pipe(ofType(ConsoleActions.done), takeUntilDestroyed())
      .subscribe(({ kind, waits }) => {
        this.dispute.refresh();
        this.toasts.say({ text: this.say.it(`disputes.done.${waits ? 'waits' : kind}`) });
      });
  }

  protected go(tab: string): void {
    this.address.change({ tab });
  }
}
