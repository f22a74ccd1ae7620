import { NgTemplateOutlet } from '@angular/common';
import {
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  effect,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { Address } from '@ui/app/address';
import { Narrow } from '@ui/app/narrow';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { ErrorState } from '@ui/error-state';
import { MoneyStrip } from '@ui/money-strip';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { StateRail } from '@ui/state-rail';
import { Status } from '@ui/status';
import { Tabs, type TabWords } from '@ui/tabs';
import { ContractActions, contractsFeature } from '../contracts.store';
import { isDisputable, placeOf } from '../next-words';
import { contractTone } from '../state-tone';
import { moneyParts, railCurrent, railMilestone, railSteps } from './hub-rail';
import { MilestoneBoard } from './milestone-board';
import { NextCard } from './next-card';
import { OnboardingCard } from './onboarding-card';
import { Papers } from './papers';
import { Spine } from './spine';
import { Stopped } from './stopped';

/** The contract: where it stands, where its money is, what happened, and the one next thing to do. */
@Component({
  selector: 'app-hub',
  imports: [
    Button,
    Card,
    ErrorState,
    MilestoneBoard,
    MoneyStrip,
    NextCard,
    NgTemplateOutlet,
    OnboardingCard,
    PageHeader,
    Papers,
    RouterLink,
    Skeleton,
    Spine,
    StateRail,
    Status,
    Stopped,
    Tabs,
    TranslatePipe,
  ],
  templateUrl: './hub.html',
  styleUrl: './hub.scss',
})
export class Hub {
  private readonly store = inject(Store);
  private readonly address = inject(Address);
  private readonly say = inject(Say);
  private readonly document = inject(DOCUMENT);
  protected readonly narrow = inject(Narrow).is;
  private readonly spine = viewChild(Spine);
  /** From the address. */
  readonly contractId = input.required<string>();
  readonly show = input<string>();
  readonly tab = input<string>();

  private readonly loaded = this.store.selectSignal(contractsFeature.selectView);
  protected readonly missed = this.store.selectSignal(contractsFeature.selectMissed);
  protected readonly view = computed(() => {
    const view = this.loaded();
    return view?.id === this.contractId() ? view : null;
  });
  protected readonly tone = contractTone;

  protected readonly hub = computed(() => {
    const view = this.view();
    if (!view) return null;
    const milestone = railMilestone(view);
    return {
      view,
      rail: railSteps(view, this.say),
      current: railCurrent(view),
      stopped: view.state === 'declined' || view.state === 'withdrawn',
      parts: moneyParts(view, this.say),
      frozen: view.milestones.find(({ disputeId }) => disputeId)?.disputeId ?? null,
      stands: view.milestones.some(({ stopped }) => stopped),
      disputable: isDisputable(view),
      milestone: milestone && {
        title: milestone.title,
        place: placeOf(view, milestone.id),
        of: view.milestones.length,
      },
    };
  });
  protected readonly tabs = computed((): TabWords[] =>
    ['timeline', 'milestones', 'papers'].map((id) => ({
      id,
      label: this.say.it(`contracts.tabs.${id}`),
    })),
  );

  constructor() {
    effect(() => this.store.dispatch(ContractActions.opened({ contractId: this.contractId() })));
    inject(DestroyRef).onDestroy(() => this.store.dispatch(ContractActions.left()));
  }

  protected retry(): void {
    this.store.dispatch(ContractActions.opened({ contractId: this.contractId() }));
  }
  /** A part of the money strip shows its events. */
  protected showPart(show: string): void {
    this.go({ show, tab: 'timeline' });
    setTimeout(() => this.spine()?.focus());
  }
  protected go(queryParams: { show?: string | null; tab?: string | null }): void {
    this.address.change(queryParams);
  }
  protected print(): void {
    this.document.defaultView?.print();
  }
}
