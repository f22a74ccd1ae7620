import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { closedPeriod } from '@wire/journals';
import type * as z from 'zod';
import { answer } from '@ui/app/answer';
import { pulse } from '@ui/app/pulse';
import { Say } from '@ui/app/say';
import { EmptyState } from '@ui/empty-state';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { Now } from '@ui/now';
import { PageHeader } from '@ui/page-header';
import { Status } from '@ui/status';
import { Updated } from '@ui/updated';
import { openMonths } from '../months';
import { PeriodsApi } from '../periods.api';

interface Row {
  readonly period: string;
  readonly closed: z.infer<typeof closedPeriod> | null;
  /** The request to close it that nobody decided yet. */
  readonly approvalId: string | null;
}

/** The months: which are over and open, which are closed, and what they were closed on. */
@Component({
  selector: 'app-period-list',
  imports: [
    Cell,
    DataGrid,
    EmptyState,
    Moment,
    PageHeader,
    RouterLink,
    Status,
    TranslatePipe,
    Updated,
  ],
  template: `
    <div class="page wide">
      <ui-page-header
        [heading]="'periods.heading' | translate"
        [lead]="'periods.lead' | translate"
        [crumbs]="crumbs()"
      >
        <ui-updated [at]="closed.at()" [stale]="closed.stale()" />
      </ui-page-header>
      <ui-data-grid
        exports
        opens
        [caption]="'periods.heading' | translate"
        [columns]="columns()"
        [list]="months"
        [rowId]="rowId"
        (open)="open($event)"
      >
        <ng-template uiCell="month" let-row>
          <a [routerLink]="['/finance/periods', row.period]">{{ month(row.period) }}</a>
        </ng-template>
        <ng-template uiCell="state" let-row>
          @if (row.closed) {
            <ui-status tone="brand">{{ 'periods.states.closed' | translate }}</ui-status>
          } @else if (row.approvalId) {
            <ui-status tone="attention">{{ 'periods.states.waiting' | translate }}</ui-status>
          } @else {
            <ui-status tone="neutral">{{ 'periods.states.open' | translate }}</ui-status>
          }
        </ng-template>
        <ng-template uiCell="closedAt" let-row>
          @if (row.closed; as closed) {
            <ui-moment form="exact" [at]="closed.closedAt" />
          } @else {
            <span class="muted">–</span>
          }
        </ng-template>
        <ng-template uiCell="hash" let-row>
          <code>{{ row.closed ? row.closed.trialBalanceHash.slice(0, 16) + '…' : '–' }}</code>
        </ng-template>
        <ng-template uiCell="next" let-row>
          @if (row.closed?.approvalId ?? row.approvalId; as approvalId) {
            <a [routerLink]="['/approvals', approvalId]">{{
              (row.closed ? 'periods.whoAgreed' : 'periods.request') | translate
            }}</a>
          } @else {
            <a [routerLink]="['/finance/periods', row.period]">{{ 'periods.look' | translate }}</a>
          }
        </ng-template>
        <ui-empty-state grid-empty icon="calendar" [heading]="'periods.empty' | translate" />
      </ui-data-grid>
    </div>
  `,
})
export class PeriodList {
  private readonly api = inject(PeriodsApi);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  private readonly now = inject(Now);

  protected readonly closed = answer(() => this.api.closed());
  private readonly waiting = answer(() => this.api.waiting());
  protected readonly months = this.closed.list((closed): Row[] => {
    const waiting = this.waiting.value();
    const open = openMonths(closed[0]?.period ?? null, this.now.at()).map((period) => ({
      ...{ period, closed: null },
      approvalId: waiting?.get(period) ?? null,
    }));
    const done = closed.map((one) => ({ period: one.period, closed: one, approvalId: null }));
    return [...open.toReversed(), ...done];
  });
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('periods.heading') },
  ]);
  private readonly column = columnsFrom<Row>('periods.columns');
  protected readonly columns = computed((): Column<Row>[] => [
    this.column('month', ({ period }) => period, { card: 'title' }),
    this.column('state', ({ closed }) =>
      this.say.it(`periods.states.${closed ? 'closed' : 'open'}`),
    ),
    this.column('closedAt', ({ closed }) => closed?.closedAt ?? ''),
    this.column('accounts', ({ closed }) => (closed ? String(closed.accounts) : '–'), {
      align: 'end',
    }),
    this.column('hash', ({ closed }) => closed?.trialBalanceHash ?? ''),
    this.column('next', () => '', { align: 'end' }),
  ]);
  protected readonly rowId = ({ period }: Row) => period;

  constructor() {
    pulse(10_000).subscribe(() => {
      this.closed.refresh();
      this.waiting.refresh();
    });
  }

  protected month(period: string): string {
    return this.say.month(period);
  }
  protected open({ period }: Row): void {
    void this.router.navigate(['/finance/periods', period]);
  }
}
