import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { proposalStatus, type ProposalView } from '@wire/proposals';
import { listing } from '@ui/app/listing';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { EmptyState } from '@ui/empty-state';
import { Cell } from '@ui/grid/cell';
import type { Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { PageHeader } from '@ui/page-header';
import { Tabs } from '@ui/tabs';
import { ProposalState } from '../proposal-page/proposal-state';
import { type ProposalStatus, ProposalsApi } from '../proposals.api';

/** What the provider proposed: where each stands, and whether it was read. */
@Component({
  selector: 'app-my-proposals',
  imports: [
    Button,
    Cell,
    DataGrid,
    EmptyState,
    Moment,
    MoneyView,
    PageHeader,
    ProposalState,
    RouterLink,
    Tabs,
    TranslatePipe,
  ],
  template: `
    <div class="page">
      <ui-page-header [heading]="'proposals.mine.heading' | translate">
        <a uiButton kind="primary" icon="search" routerLink="/jobs">{{
          'proposals.mine.find' | translate
        }}</a>
      </ui-page-header>
      <ui-tabs
        [label]="'proposals.mine.tabs' | translate"
        [tabs]="tabs()"
        [active]="status() ?? 'all'"
        (activeChange)="show($event)"
      >
        <ui-data-grid
          opens
          [caption]="'proposals.mine.heading' | translate"
          [columns]="columns()"
          [list]="list"
          [rowId]="rowId"
          (open)="open($event)"
        >
          <ng-template uiCell="status" let-row><app-proposal-state [of]="row" /></ng-template>
          <ng-template uiCell="total" let-row><ui-money [of]="row.total" /></ng-template>
          <ng-template uiCell="sent" let-row><ui-moment [at]="row.submittedAt" /></ng-template>
          <ng-template uiCell="seen" let-row>
            @if (row.viewedAt) {
              <ui-moment [at]="row.viewedAt" />
            } @else {
              <span class="muted">{{ 'proposals.mine.unseen' | translate }}</span>
            }
          </ng-template>
          <ui-empty-state
            grid-empty
            icon="message"
            [heading]="'proposals.mine.none' | translate"
            [text]="'proposals.mine.noneText' | translate"
          >
            <a uiButton kind="primary" routerLink="/jobs">{{
              'proposals.mine.find' | translate
            }}</a>
          </ui-empty-state>
        </ui-data-grid>
      </ui-tabs>
    </div>
  `,
})
export class MyProposals {
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  private readonly api = inject(ProposalsApi);
  /** From the address. */
  readonly status = input<ProposalStatus | undefined, string | undefined>(undefined, {
    transform: (said) => proposalStatus.safeParse(said).data,
  });
  protected readonly list = listing((after) => this.api.mine(this.status(), after));
  protected readonly rowId = ({ id }: ProposalView): string => id;
  protected readonly tabs = computed(() =>
    ['all', ...proposalStatus.options].map((id) => ({
      id,
      label: this.say.it(`proposals.states.${id}`),
    })),
  );
  protected readonly columns = computed((): Column<ProposalView>[] => [
    {
      id: 'job',
      label: this.say.it('proposals.columns.job'),
      text: ({ jobTitle }) => jobTitle,
      card: 'title',
    },
    { id: 'status', label: this.say.it('proposals.columns.status'), text: ({ status }) => status },
    { id: 'sent', label: this.say.it('proposals.columns.sent'), text: (row) => row.submittedAt },
    { id: 'seen', label: this.say.it('proposals.columns.seen'), text: (row) => row.viewedAt ?? '' },
    {
      id: 'total',
      label: this.say.it('proposals.columns.total'),
      text: ({ total }) => this.say.money(total),
      align: 'end',
    },
  ]);

  protected show(tab: string): void {
    const queryParams = { status: tab === 'all' ? null : tab };
    void this.router.navigate([], { queryParams });
  }
  protected open({ id }: ProposalView): void {
    void this.router.navigate(['/proposals', id]);
  }
}
