import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { type Spending, spendingState, type SpendingState } from '@wire/organisations';
import { EMPTY } from 'rxjs';
import { listing } from '@ui/app/listing';
import { Live } from '@ui/app/live';
import { Organisations } from '@ui/app/organisations';
import { asProblem, type Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Session } from '@ui/app/session';
import { EmptyState } from '@ui/empty-state';
import { ErrorState } from '@ui/error-state';
import { ErrorSummary } from '@ui/form/error-summary';
import { LoadMore } from '@ui/load-more';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Tabs } from '@ui/tabs';
import { Toasts } from '@ui/toasts';
import { OrgApi } from '../org.api';
import { SpendingCard, type Verdict } from './spending-card';

/** What members want to spend: decided here, seen here by who asked. */
@Component({
  selector: 'app-org-approvals',
  imports: [
    EmptyState,
    ErrorState,
    ErrorSummary,
    LoadMore,
    PageHeader,
    Skeleton,
    SpendingCard,
    Tabs,
    TranslatePipe,
  ],
  template: `
    <ui-page-header
      [heading]="'org.approvals.heading' | translate"
      [lead]="'org.approvals.lead' | translate"
    />
    <ui-error-summary [problem]="problem()" />
    <ui-tabs
      [label]="'org.approvals.heading' | translate"
      [tabs]="tabs()"
      [active]="state() ?? 'all'"
      (activeChange)="show($event)"
    >
      @if (list.problem(); as failed) {
        <ui-error-state [problem]="failed" (retry)="list.load()" />
      } @else if (list.rows(); as rows) {
        <ol class="stack gap-4">
          @for (one of rows; track one.id) {
            <li>
              <app-spending-card
                [of]="one"
                [busy]="deciding() === one.id"
                (decided)="decide(one, $event)"
              />
            </li>
          } @empty {
            <li>
              <ui-empty-state
                icon="shield"
                [heading]="'org.approvals.none' | translate"
                [text]="'org.approvals.noneText' | translate"
              />
            </li>
          }
        </ol>
        @if (list.more()) {
          <ui-load-more [count]="rows.length" [busy]="list.busy()" (more)="list.loadMore()" />
        }
      } @else {
        <ui-skeleton shape="rows" [count]="3" />
      }
    </ui-tabs>
  `,
})
export class OrgApprovals {
  private readonly api = inject(OrgApi);
  private readonly organisations = inject(Organisations);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  /** From the address. */
  readonly state = input<SpendingState | undefined, string | undefined>(undefined, {
    transform: (said) => spendingState.safeParse(said).data,
  });
  protected readonly deciding = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  private readonly id = computed(() => this.organisations.current()?.id);
  protected readonly list = listing<Spending>((after) => {
    const id = this.id();
    return id ? this.api.approvals(id, this.state(), after) : EMPTY;
  });
  protected readonly tabs = computed(() =>
    ['all', ...spendingState.options].map((id) => ({
      id,
      label: this.say.it(`org.approvals.states.${id}`),
    })),
  );

  constructor() {
    const live = inject(Live);
    const session = inject(Session);
    effect((undo) => {
      const me = session.viewer()?.id;
      if (me === undefined) return;
      const watching = live.changes(`account:${me}`).subscribe(() => this.list.refresh());
      undo(() => watching.unsubscribe());
    });
  }

  protected show(tab: string): void {
    const queryParams = { state: tab === 'all' ? null : tab };
    void this.router.navigate([], { queryParams });
  }
  protected decide({ id: approvalId }: Spending, verdict: Verdict): void {
    const id = this.id();
    if (id === undefined) return;
    this.deciding.set(approvalId);
    this.problem.set(null);
    this.api.decide(id, approvalId, verdict).subscribe({
      next: () => {
        this.toasts.say({ text: this.say.it(`org.approvals.said.${verdict.decision}`) });
        this.settle();
      },
      error: (thrown: unknown) => {
        this.problem.set(asProblem(thrown));
        this.settle();
      },
    });
  }
  private settle(): void {
    this.deciding.set(null);
    this.list.load();
    void this.organisations.refresh();
  }
}
