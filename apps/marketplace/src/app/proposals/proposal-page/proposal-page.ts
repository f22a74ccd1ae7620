import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import type { ProposalView } from '@wire/proposals';
import { Live } from '@ui/app/live';
import { Say } from '@ui/app/say';
import { Session } from '@ui/app/session';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Confirmation } from '@ui/confirm';
import { ErrorState } from '@ui/error-state';
import { FeeReceipt } from '@ui/fee-receipt';
import { FileList } from '@ui/file-list';
import { ErrorSummary } from '@ui/form/error-summary';
import { MoneyView } from '@ui/money';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Status } from '@ui/status';
import { Timeline, type TimelineEntry } from '@ui/timeline';
import { receiptOf } from '../editor/receipt';
import { ProposalPages, proposalsFeature } from '../proposals.store';
import { ProposalState } from './proposal-state';

/** One's own proposal: when it was sent, seen and decided, and what it says. */
@Component({
  selector: 'app-proposal-page',
  imports: [
    Button,
    Card,
    ErrorState,
    ErrorSummary,
    FeeReceipt,
    FileList,
    MoneyView,
    PageHeader,
    ProposalState,
    RouterLink,
    Skeleton,
    Status,
    Timeline,
    TranslatePipe,
  ],
  templateUrl: './proposal-page.html',
  styleUrl: './proposal-page.scss',
})
export class ProposalPage {
  private readonly store = inject(Store);
  private readonly say = inject(Say);
  private readonly confirmation = inject(Confirmation);
  private readonly session = inject(Session);
  readonly id = input.required<string>();
  protected readonly remote = this.store.selectSignal(proposalsFeature.selectProposal);
  protected readonly refusal = this.store.selectSignal(proposalsFeature.selectProblem);
  protected readonly busy = this.store.selectSignal(proposalsFeature.selectBusy);
  private readonly job = this.store.selectSignal(proposalsFeature.selectJob);
  protected readonly proposal = computed(() => {
    const { value } = this.remote();
    return value?.id === this.id() ? value : null;
  });
  protected readonly questions = computed(() => this.job().value?.questions ?? []);
  protected readonly mine = computed(
    () => this.proposal()?.provider.id === this.session.viewer()?.id,
  );
  protected readonly undecided = computed(() =>
    ['sent', 'viewed', 'shortlisted'].includes(this.proposal()?.status ?? ''),
  );
  protected readonly editable = computed(() =>
    ['sent', 'viewed'].includes(this.proposal()?.status ?? ''),
  );
  protected readonly receipt = computed(() => {
    const amounts = this.proposal()?.milestones.map(({ amount }) => amount);
    return amounts ? receiptOf(amounts, this.say) : null;
  });
  protected readonly entries = computed(() => {
    const proposal = this.proposal();
    return proposal ? this.factsOf(proposal) : [];
  });

  constructor() {
    const live = inject(Live);
    effect(() => {
      this.id();
      untracked(() => this.open());
    });
    effect((undo) => {
      const me = this.session.viewer()?.id;
      const id = this.id();
      if (!me) return;
      const watching = live
        .changes(`account:${me}`)
        .subscribe(() => this.store.dispatch(ProposalPages.changed({ id })));
      undo(() => watching.unsubscribe());
    });
  }

  protected open(): void {
    this.store.dispatch(ProposalPages.opened({ id: this.id() }));
  }
  protected async withdraw(): Promise<void> {
    const sure = await this.confirmation.ask({
      heading: this.say.it('proposals.withdraw.heading'),
      text: this.say.it('proposals.withdraw.text'),
      verb: this.say.it('proposals.withdraw.verb'),
      danger: true,
    });
    if (sure) this.store.dispatch(ProposalPages.withdraw({ id: this.id() }));
  }

  private factsOf(proposal: ProposalView): TimelineEntry[] {
    const { status, submittedAt, viewedAt, decidedAt, declineNote } = proposal;
    const title = (key: string) => this.say.it(`proposals.facts.${key}`);
    return [
      ...(decidedAt
        ? [
            {
              id: 'decided',
              title: title(status),
              at: decidedAt,
              icon: 'scales' as const,
              note: declineNote,
            },
          ]
        : []),
      ...(viewedAt
        ? [{ id: 'viewed', title: title('viewed'), at: viewedAt, icon: 'user' as const }]
        : []),
      { id: 'sent', title: title('sent'), at: submittedAt, icon: 'message' as const },
    ];
  }
}
