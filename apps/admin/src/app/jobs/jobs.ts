import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { jobRows } from '@wire/jobs';
import type * as z from 'zod';
import { Api } from '@ui/app/api';
import { listing } from '@ui/app/listing';
import { Say } from '@ui/app/say';
import { EmptyState } from '@ui/empty-state';
import { FilterBar } from '@ui/filter-bar';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { PageHeader } from '@ui/page-header';
import { JobStatusChip } from './job-status';

type JobRow = z.infer<typeof jobRows>['items'][number];

/** Every job, drafts too, last saved first. */
@Component({
  selector: 'app-jobs',
  imports: [
    Cell,
    DataGrid,
    EmptyState,
    FilterBar,
    JobStatusChip,
    Moment,
    MoneyView,
    PageHeader,
    TranslatePipe,
  ],
  templateUrl: './jobs.html',
})
export class Jobs {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  /** From the address. */
  readonly q = input<string>();

  protected readonly list = listing<JobRow>((after) =>
    this.api.get('/admin/jobs', jobRows, { query: { q: this.q(), after, limit: 50 } }),
  );
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('jobs.heading') },
  ]);
  private readonly column = columnsFrom<JobRow>('jobs.columns');
  protected readonly columns = computed((): Column<JobRow>[] => [
    this.column('title', ({ title }) => title || this.say.it('jobs.untitled'), { card: 'title' }),
    this.column('client', ({ client }) => client.name),
    this.column('status', ({ status }) => this.say.it(`jobs.statuses.${status}`)),
    this.column('category', ({ category }) =>
      category ? this.say.it(`jobs.categories.${category}`) : '',
    ),
    this.column('proposals', ({ proposals }) => String(proposals), { align: 'end' }),
    this.column('budget', ({ budget }) => (budget ? this.say.money(budget, 'full') : ''), {
      align: 'end',
    }),
    this.column('updated', ({ updatedAt }) => updatedAt),
    this.column('skills', ({ skills }) => skills.join(', '), { extra: true }),
    this.column('id', ({ id }) => id, { extra: true }),
  ]);
  protected readonly rowId = ({ id }: JobRow) => id;

  protected search(q: string): void {
    void this.router.navigate([], { queryParams: { q: q || null }, replaceUrl: true });
  }
}
