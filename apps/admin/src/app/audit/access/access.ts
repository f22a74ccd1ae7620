import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { StaffAction } from '@wire/audit';
import { EMPTY } from 'rxjs';
import { listing } from '@ui/app/listing';
import { Say } from '@ui/app/say';
import { EmptyState } from '@ui/empty-state';
import { FilterBar } from '@ui/filter-bar';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { LoadMore } from '@ui/load-more';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { AuditApi } from '../audit.api';
import { AuditWords } from '../audit-words';
import { type Looks, looksOf } from './looks';

/** Who of the staff looked at one person, or at one thing. */
@Component({
  selector: 'app-access',
  imports: [
    Cell,
    DataGrid,
    EmptyState,
    FilterBar,
    LoadMore,
    Moment,
    PageHeader,
    RouterLink,
    TranslatePipe,
  ],
  templateUrl: './access.html',
  styles: `
    .told {
      margin-block-start: var(--s3);
      font-size: var(--t13);
    }
  `,
})
export class Access {
  private readonly api = inject(AuditApi);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  private readonly words = inject(AuditWords);
  /** From the address: an id, or part of what was asked for. */
  readonly of = input<string>();

  protected readonly list = listing<StaffAction>((after) => {
    const about = this.of();
    if (!about) return EMPTY;
    return this.api.log({ about }, after);
  });
  protected readonly looks = computed(() => {
    const rows = this.list.rows();
    return rows && looksOf(rows);
  });
  protected readonly people = {
    rows: () => (this.of() ? this.looks() : []),
    problem: this.list.problem,
    load: () => this.list.load(),
  };
  protected readonly told = computed(() => {
    const looks = this.looks() ?? [];
    const count = looks.reduce((all, one) => all + one.count, 0);
    return { people: looks.length, count };
  });
  protected readonly crumbs = computed(() =>
    this.words.crumbs({ label: this.say.it('audit.access.heading') }),
  );
  private readonly column = columnsFrom<Looks>('audit.access.columns');
  protected readonly columns = computed((): Column<Looks>[] => [
    this.column('who', ({ staff }) => staff.name, { card: 'title' }),
    this.column('roles', ({ roles }) =>
      roles.map((role) => this.words.known(`shell.roles.${role}`, role)).join(', '),
    ),
    this.column('count', ({ count }) => String(count), { align: 'end' }),
    this.column('first', ({ first }) => first),
    this.column('last', ({ last }) => last),
    this.column('purposes', ({ purposes }) => purposes.join('; ')),
  ]);
  protected readonly rowId = ({ staff }: Looks) => staff.id;

  protected find(of: string): void {
    void this.router.navigate([], { queryParams: { of: of.trim() || null }, replaceUrl: true });
  }
}
