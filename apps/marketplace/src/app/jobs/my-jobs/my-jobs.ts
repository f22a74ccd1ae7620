import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { type JobStatus, jobStatus } from '@wire/jobs';
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
import { Status, type Tone } from '@ui/status';
import { Tabs } from '@ui/tabs';
import { type JobRow, JobsApi } from '../jobs.api';

const tones: Record<JobStatus, Tone> = {
  draft: 'neutral',
  awaiting: 'attention',
  published: 'info',
  hired: 'brand',
  closed: 'neutral',
};

/** The client's jobs by status; a draft opens in the form, everything else where it is managed. */
@Component({
  selector: 'app-my-jobs',
  imports: [
    Button,
    Cell,
    DataGrid,
    EmptyState,
    Moment,
    MoneyView,
    PageHeader,
    RouterLink,
    Status,
    Tabs,
    TranslatePipe,
  ],
  template: `
    <div class="page">
      <ui-page-header [heading]="'jobs.mine.heading' | translate">
        <a uiButton kind="primary" icon="plus" routerLink="/jobs/new">{{
          'jobs.mine.post' | translate
        }}</a>
      </ui-page-header>
      <ui-tabs
        [label]="'jobs.mine.tabs' | translate"
        [tabs]="tabs()"
        [active]="status() ?? 'all'"
        (activeChange)="show($event)"
      >
        <ui-data-grid
          opens
          [caption]="'jobs.mine.heading' | translate"
          [columns]="columns()"
          [list]="list"
          [rowId]="rowId"
          (open)="open($event)"
        >
          <ng-template uiCell="status" let-row>
            <ui-status [tone]="tone(row.status)">{{
              'jobs.status.' + row.status | translate
            }}</ui-status>
          </ng-template>
          <ng-template uiCell="budget" let-row>
            @if (row.budget) {
              <ui-money [of]="row.budget" />
            }
          </ng-template>
          <ng-template uiCell="updatedAt" let-row><ui-moment [at]="row.updatedAt" /></ng-template>
          <ui-empty-state
            grid-empty
            icon="briefcase"
            [heading]="'jobs.mine.none' | translate"
            [text]="'jobs.mine.noneText' | translate"
          >
            <a uiButton kind="primary" routerLink="/jobs/new">{{ 'jobs.mine.post' | translate }}</a>
          </ui-empty-state>
        </ui-data-grid>
      </ui-tabs>
    </div>
  `,
})
export class MyJobs {
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  private readonly api = inject(JobsApi);
  /** From the address. */
  readonly status = input<JobStatus | undefined, string | undefined>(undefined, {
    transform: (said) => jobStatus.safeParse(said).data,
  });
  protected readonly list = listing((after) => this.api.mine(this.status(), after));
  protected readonly rowId = ({ id }: JobRow): string => id;
  protected readonly tabs = computed(() =>
    ['all', ...jobStatus.options].map((id) => ({ id, label: this.say.it(`jobs.status.${id}`) })),
  );
  protected readonly columns = computed((): Column<JobRow>[] => [
    {
      id: 'title',
      label: this.say.it('jobs.columns.title'),
      text: ({ title }) => title || this.say.it('jobs.untitled'),
      card: 'title',
    },
    { id: 'status', label: this.say.it('jobs.columns.status'), text: ({ status }) => status },
    {
      id: 'proposals',
      label: this.say.it('jobs.columns.proposals'),
      text: ({ proposals }) => String(proposals),
      align: 'end',
    },
    {
      id: 'budget',
      label: this.say.it('jobs.columns.budget'),
      text: ({ budget }) => (budget ? this.say.money(budget) : ''),
      align: 'end',
    },
    { id: 'updatedAt', label: this.say.it('jobs.columns.saved'), text: (row) => row.updatedAt },
  ]);

  protected tone(status: JobStatus): Tone {
    return tones[status];
  }
  protected show(tab: string): void {
    const queryParams = { status: tab === 'all' ? null : tab };
    void this.router.navigate([], { queryParams });
  }
  protected open({ id, status }: JobRow): void {
    void this.router.navigate(['/jobs', id, status === 'draft' ? 'edit' : 'manage']);
  }
}
