import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, DestroyRef, effect, inject, input, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import type { DisputeAction } from '@wire/dispute-case';
import { Address } from '@ui/app/address';
import { Narrow } from '@ui/app/narrow';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Confirmation } from '@ui/confirm';
import { DisputeHistory } from '@ui/dispute/history';
import { DisputeStatus } from '@ui/dispute/dispute-status';
import { Evidence } from '@ui/dispute/evidence';
import type { Offer } from '@ui/dispute/offers';
import { currentOf, wayOf } from '@ui/dispute/steps';
import { DisputeWay } from '@ui/dispute/way';
import { ErrorState } from '@ui/error-state';
import { ErrorSummary } from '@ui/form/error-summary';
import { MoneyView } from '@ui/money';
import { NextStep } from '@ui/next-step';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { StateRail } from '@ui/state-rail';
import { Tabs, type TabWords } from '@ui/tabs';
import { Toasts } from '@ui/toasts';
import { DisputeActions, disputesFeature } from '../disputes.store';
import { namesOf, nextCard, ofEvidence, openOfferTo } from './case-next';
import { CaseWords } from './case-words';
import { OfferDialog } from './offer-dialog';
import { SayDialog } from './say-dialog';
import { SettleDialog } from './settle-dialog';

/** What is asked once more before it is done, because it cannot be taken back. */
type Asked = 'escalate' | 'withdraw' | 'close_evidence';

/** The case file: both sides see the same; who has to act, until when, and what happens otherwise. */
@Component({
  selector: 'app-case',
  imports: [
    Button,
    Card,
    CaseWords,
    DisputeHistory,
    DisputeStatus,
    DisputeWay,
    ErrorState,
    ErrorSummary,
    Evidence,
    MoneyView,
    NextStep,
    NgTemplateOutlet,
    OfferDialog,
    PageHeader,
    RouterLink,
    SayDialog,
    SettleDialog,
    Skeleton,
    StateRail,
    Tabs,
    TranslatePipe,
  ],
  templateUrl: './case.html',
  styleUrl: './case.scss',
})
export class CaseFile {
  private readonly store = inject(Store);
  private readonly address = inject(Address);
  private readonly say = inject(Say);
  private readonly confirmation = inject(Confirmation);
  private readonly toasts = inject(Toasts);
  protected readonly narrow = inject(Narrow).is;
  /** From the address. */
  readonly disputeId = input.required<string>();
  readonly tab = input<string>();

  private readonly loaded = this.store.selectSignal(disputesFeature.selectView);
  private readonly clocks = this.store.selectSignal(disputesFeature.selectClocks);
  protected readonly missed = this.store.selectSignal(disputesFeature.selectMissed);
  protected readonly busy = this.store.selectSignal(disputesFeature.selectBusy);
  protected readonly problem = this.store.selectSignal(disputesFeature.selectProblem);
  private readonly offering = viewChild(OfferDialog);
  private readonly settling = viewChild(SettleDialog);
  private readonly answering = viewChild<SayDialog>('answering');
  private readonly adding = viewChild<SayDialog>('adding');
  private readonly appealing = viewChild<SayDialog>('appealing');

  protected readonly view = computed(() => {
    const view = this.loaded();
    return view?.id === this.disputeId() ? view : null;
  });
  protected readonly file = computed(() => {
    const view = this.view();
    if (!view) return null;
    const card = nextCard(view, this.say);
    return {
      view,
      names: namesOf(view),
      card,
      way: wayOf(view.openedBy, this.clocks(), view.step),
      others: view.actions.filter(
        (action) => action !== card.primary && !ofEvidence.includes(action),
      ),
      proving: view.actions.filter((action) => ofEvidence.includes(action)),
    };
  });
  protected readonly rail = computed(() => {
    const view = this.view();
    if (!view) return null;
    const { deadline } = view.step;
    const current = currentOf(view.step);
    const note = deadline ? this.say.it('disputes.until', { day: this.say.day(deadline) }) : '';
    return {
      current,
      stopped: view.step.state === 'withdrawn',
      steps: ['evidence', 'negotiation', 'mediation', 'decided', 'executed'].map((id) => ({
        id,
        label: this.say.it(`disputes.rail.${id}`),
        ...(id === current && note ? { note } : {}),
      })),
    };
  });
  protected readonly tabs = computed((): TabWords[] =>
    ['case', 'evidence', 'way'].map((id) => ({
      id,
      label: this.say.it(`disputes.tabs.${id}`),
      ...(id === 'evidence' ? { count: this.view()?.evidence.length ?? null } : {}),
    })),
  );

  constructor() {
    effect(() => this.ask(this.disputeId()));
    inject(DestroyRef).onDestroy(() => this.store.dispatch(DisputeActions.left()));
    inject(Actions)
      .pipe(ofType(DisputeActions.done), takeUntilDestroyed())
      .subscribe(({ kind }) => this.toasts.say({ text: this.say.it(`disputes.done.${kind}`) }));
  }

  protected ask(disputeId: string): void {
    this.store.dispatch(DisputeActions.caseAsked({ disputeId }));
  }
  protected go(tab: string): void {
    this.address.change({ tab });
  }
  protected do(action: DisputeAction): void {
    const view = this.view();
    if (!view) return;
    switch (action) {
      case 'answer':
        return this.answering()?.open();
      case 'add_evidence':
        return this.adding()?.open();
      case 'appeal':
        return this.appealing()?.open();
      case 'offer':
        return this.offering()?.open();
      case 'accept_offer': {
        const offer = openOfferTo(view);
        return offer ? this.accept(offer) : undefined;
      }
      case 'accept_recommendation': {
        const allocations = view.recommendation?.allocations ?? [];
        return this.settling()?.open({ kind: action }, allocations);
      }
      default:
        void this.confirm(action);
    }
  }
  protected accept({ id, allocations }: Offer): void {
    this.settling()?.open({ kind: 'accept_offer', offerId: id }, allocations);
  }
  protected async decline({ id, by }: Offer): Promise<void> {
    const view = this.view();
    if (!view) return;
    const name = namesOf(view)[by];
    const sure = await this.confirmation.ask({
      heading: this.say.it('disputes.decline.heading'),
      text: this.say.it('disputes.decline.text', { name }),
      verb: this.say.it('disputes.decline.verb'),
    });
    const deed = { kind: 'decline_offer', offerId: id } as const;
    if (sure) this.store.dispatch(DisputeActions.act({ disputeId: view.id, deed }));
  }
  private async confirm(kind: Asked): Promise<void> {
    const sure = await this.confirmation.ask({
      heading: this.say.it(`disputes.ask.${kind}.heading`),
      text: this.say.it(`disputes.ask.${kind}.text`),
      verb: this.say.it(`disputes.actions.${kind}`),
      danger: kind === 'withdraw',
    });
    const disputeId = this.disputeId();
    if (sure) this.store.dispatch(DisputeActions.act({ disputeId, deed: { kind } }));
  }
}
