import {
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import type { ProposalView } from '@wire/proposals';
import { Live } from '@ui/app/live';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { EmptyState } from '@ui/empty-state';
import { ErrorState } from '@ui/error-state';
import { ErrorSummary } from '@ui/form/error-summary';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Status, type Tone } from '@ui/status';
import { Tabs } from '@ui/tabs';
import { JobActions, jobsFeature } from '../jobs.store';
import { CloseJob } from './close-job';
import { Compare } from './compare';
import { Decline } from './decline';
import { Matches } from './matches';
import { ProposalRow } from './proposal-row';
import { ReadProposal } from './read-proposal';
import { Signatures } from './signatures';

const open = ['sent', 'viewed', 'shortlisted', 'accepted'];
/** Shortlisted first, then what came in, then what was decided against. */
const rank: Record<string, number> = { accepted: 0, shortlisted: 1, sent: 2, viewed: 2 };

/** Where the client decides: proposals to read and to compare, and who else would fit. */
@Component({
  selector: 'app-manage',
  imports: [
    Button,
    Card,
    CloseJob,
    Compare,
    Decline,
    EmptyState,
    ErrorState,
    ErrorSummary,
    Matches,
    PageHeader,
    ProposalRow,
    ReadProposal,
    RouterLink,
    Signatures,
    Skeleton,
    Status,
    Tabs,
    TranslatePipe,
  ],
  templateUrl: './manage.html',
  styleUrl: './manage.scss',
})
export class Manage {
  private readonly store = inject(Store);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  readonly id = input.required<string>();
  readonly tab = input<string>();
  /** Ids of the proposals that stand side by side, joined by commas. */
  readonly compare = input<string>();

  protected readonly remote = this.store.selectSignal(jobsFeature.selectJob);
  protected readonly proposals = this.store.selectSignal(jobsFeature.selectProposals);
  protected readonly matches = this.store.selectSignal(jobsFeature.selectMatches);
  protected readonly problem = this.store.selectSignal(jobsFeature.selectProblem);
  protected readonly deciding = this.store.selectSignal(jobsFeature.selectDeciding);
  protected readonly job = computed(() => {
    const { value } = this.remote();
    return value?.id === this.id() ? value : null;
  });
  protected readonly sorted = computed(() =>
    [...(this.proposals().value ?? [])].sort(
      (a, b) => (rank[a.status] ?? 3) - (rank[b.status] ?? 3),
    ),
  );
  protected readonly comparable = computed(() =>
    this.sorted().filter(({ status }) => open.includes(status)),
  );
  protected readonly chosen = signal<readonly string[]>([]);
  protected readonly compared = computed(() => {
    const ids = this.compare()?.split(',') ?? [];
    return this.sorted().filter(({ id }) => ids.includes(id));
  });
  protected readonly tabs = computed(() => [
    {
      id: 'proposals',
      label: this.say.it('jobs.manage.proposals'),
      count: this.proposals().value?.length ?? null,
    },
    {
      id: 'matches',
      label: this.say.it('jobs.manage.matches'),
      count: this.matches()?.invited ?? null,
    },
    ...(this.job()?.signFirst
      ? [{ id: 'signatures', label: this.say.it('jobs.signatures.heading'), count: null }]
      : []),
  ]);
  private readonly reader = viewChild.required(ReadProposal);
  private readonly decliner = viewChild.required(Decline);

  constructor() {
    const live = inject(Live);
    effect((undo) => {
      const id = this.id();
      untracked(() => this.load());
      const watching = live.changes(`job:${id}`).subscribe(() => this.load());
      undo(() => watching.unsubscribe());
    });
    effect(() => {
      const side = this.compared();
      untracked(() => side.forEach((proposal) => this.tellRead(proposal)));
    });
  }

  protected tone(status: string): Tone {
    return status === 'awaiting' ? 'attention' : status === 'hired' ? 'brand' : 'info';
  }
  protected load(): void {
    this.store.dispatch(JobActions.manageOpened({ id: this.id() }));
  }
  protected show(tab: string): void {
    void this.router.navigate([], { queryParams: { tab: tab === 'proposals' ? null : tab } });
  }
  protected choose(id: string): void {
    this.chosen.update((all) =>
      all.includes(id) ? all.filter((each) => each !== id) : [...all, id].slice(-4),
    );
  }
  /** The chosen ones, or the first four when none is chosen. */
  protected sideBySide(): void {
    const ids = this.chosen().length > 1 ? this.chosen() : this.comparable().map(({ id }) => id);
    void this.router.navigate([], { queryParams: { compare: ids.slice(0, 4).join(',') } });
  }
  protected read(proposal: ProposalView): void {
    this.tellRead(proposal);
    this.reader().open(proposal.id);
  }
  protected decline(proposal: ProposalView): void {
    this.decliner().open(proposal);
  }
  protected shortlist(proposal: ProposalView): void {
    this.store.dispatch(JobActions.shortlist({ proposal }));
  }
  private tellRead(proposal: ProposalView): void {
    this.store.dispatch(JobActions.readProposal({ proposal }));
  }
}
