import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { OrgRow } from '@wire/org-desk';
import { Address } from '@ui/app/address';
import { listing } from '@ui/app/listing';
import { Say } from '@ui/app/say';
import { EmptyState } from '@ui/empty-state';
import { FilterBar } from '@ui/filter-bar';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { OrgsApi } from '../orgs.api';

/** Organisations by name, the newest first. */
@Component({
  selector: 'app-org-list',
  imports: [Cell, DataGrid, EmptyState, FilterBar, Moment, PageHeader, TranslatePipe],
  template: `
    <div class="page wide">
      <ui-page-header
        [heading]="'orgs.heading' | translate"
        [lead]="'orgs.lead' | translate"
        [crumbs]="crumbs()"
      />
      <ui-data-grid
        opens
        [caption]="'orgs.heading' | translate"
        [columns]="columns()"
        [list]="list"
        [rowId]="rowId"
        (open)="open($event)"
      >
        <ui-filter-bar
          grid-tools
          [label]="'orgs.search' | translate"
          [query]="q() ?? ''"
          (queryChange)="filter($event)"
        />
        <ng-template uiCell="foundedAt" let-row><ui-moment [at]="row.foundedAt" /></ng-template>
        <ui-empty-state
          grid-empty
          icon="users"
          [heading]="'orgs.empty' | translate"
          [text]="'orgs.emptyText' | translate"
        />
      </ui-data-grid>
    </div>
  `,
})
export class OrgList {
  private readonly api = inject(OrgsApi);
  private readonly address = inject(Address);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  /** From the address. */
  readonly q = input<string>();

  protected readonly list = listing<OrgRow>((after) => this.api.find(this.q(), after));
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('orgs.heading') },
  ]);
  private readonly column = columnsFrom<OrgRow>('orgs.columns');
  protected readonly columns = computed((): Column<OrgRow>[] => [
    this.column('name', ({ name }) => name, { card: 'title' }),
    this.column('members', ({ members, seats }) => `${String(members)} / ${String(seats)}`, {
      align: 'end',
    }),
    this.column('workspaces', ({ workspaces }) => String(workspaces), { align: 'end' }),
    this.column('foundedAt', ({ foundedAt }) => foundedAt),
    this.column('id', ({ id }) => id, { extra: true }),
  ]);
  protected readonly rowId = ({ id }: OrgRow): string => id;

  protected open({ id }: OrgRow): void {
    void this.router.navigate(['/orgs', id]);
  }
  protected filter(q: string): void {
    this.address.change({ q: q || null });
  }
}
