import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { AuditExport } from '@wire/audit';
import { Can } from '@ui/app/ability';
import { listing } from '@ui/app/listing';
import { pulse } from '@ui/app/pulse';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { EmptyState } from '@ui/empty-state';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { Updated } from '@ui/updated';
import { AuditApi } from '../../audit.api';
import { AuditWords } from '../../audit-words';
import { ExportState, isUnderWay, shareOf } from '../export-state';
import { ScopeWords } from '../scope-words';

/** Copies of the record that were asked for, and how far each is. */
@Component({
  selector: 'app-export-list',
  imports: [
    Button,
    Can,
    Cell,
    DataGrid,
    EmptyState,
    ExportState,
    Moment,
    PageHeader,
    RouterLink,
    TranslatePipe,
    Updated,
  ],
  templateUrl: './list.html',
})
export class ExportList {
  private readonly api = inject(AuditApi);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  private readonly words = inject(AuditWords);
  private readonly scopes = inject(ScopeWords);
  protected readonly list = listing<AuditExport>((after) => this.api.exports(after));
  protected readonly crumbs = computed(() =>
    this.words.crumbs({ label: this.say.it('audit.export.heading') }),
  );
  private readonly column = columnsFrom<AuditExport>('audit.export.columns');
  protected readonly columns = computed((): Column<AuditExport>[] => [
    this.column('scope', ({ scope }) => this.scopes.of(scope), { card: 'title' }),
    this.column('state', ({ state }) => this.say.it(`audit.export.states.${state}`)),
    this.column('progress', (row) => this.progress(row), { align: 'end' }),
    this.column('purpose', ({ purpose }) => purpose),
    this.column('by', ({ requestedBy }) => requestedBy.name),
    this.column('at', ({ requestedAt }) => requestedAt),
    this.column('downloads', ({ downloads }) => String(downloads), { align: 'end' }),
    this.column('id', ({ id }) => id, { extra: true }),
  ]);
  protected readonly rowId = ({ id }: AuditExport) => id;

  constructor() {
    // Every look is a line of the staff log: only what changes by itself is looked at again.
    pulse(3_000).subscribe(() => {
      if (this.list.rows()?.some(isUnderWay)) this.list.refresh();
    });
  }

  protected open({ id }: AuditExport): void {
    void this.router.navigate(['/audit/exports', id]);
  }
  private progress(row: AuditExport): string {
    if (row.state === 'producing') return `${shareOf(row) ?? 0} %`;
    return row.events === null
      ? ''
      : this.say.it('audit.export.events', { count: this.words.number(row.events) });
  }
}
