import { Component, computed, inject } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { SanctionList } from '@wire/screening';
import { listing } from '@ui/app/listing';
import { Say } from '@ui/app/say';
import { Desk } from '@ui/desk';
import { EmptyState } from '@ui/empty-state';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { map } from 'rxjs';
import { riskDesk } from '../desk';
import { RiskApi } from '../risk.api';

/** The lists in use: whose, of which day, and how many names. */
@Component({
  selector: 'app-lists',
  imports: [Cell, DataGrid, Desk, EmptyState, Moment, TranslatePipe],
  template: `
    <ui-desk [room]="desk" view="lists" [at]="list.at()" [stale]="list.stale()">
      <ui-data-grid
        [caption]="'risk.titles.lists' | translate"
        [columns]="columns()"
        [list]="list"
        [rowId]="rowId"
      >
        <ng-template uiCell="importedAt" let-row><ui-moment [at]="row.importedAt" /></ng-template>
        <ui-empty-state
          grid-empty
          icon="file"
          [heading]="'risk.empty.lists' | translate"
          [text]="'risk.emptyText.lists' | translate"
        />
      </ui-data-grid>
    </ui-desk>
  `,
})
export class Lists {
  protected readonly desk = riskDesk;
  private readonly api = inject(RiskApi);
  private readonly say = inject(Say);
  protected readonly list = listing<SanctionList>(() =>
    this.api.lists().pipe(map(({ items }) => ({ items, next: null }))),
  );
  private readonly column = columnsFrom<SanctionList>('risk.columns');
  protected readonly columns = computed((): Column<SanctionList>[] => [
    this.column('source', ({ source }) => this.say.it(`risk.sources.${source}`), { card: 'title' }),
    this.column('date', ({ date }) => this.say.date(date)),
    this.column('version', ({ version }) => String(version), { align: 'end' }),
    this.column('entries', ({ entries }) => String(entries), { align: 'end' }),
    this.column('names', ({ names }) => String(names), { align: 'end' }),
    this.column('importedAt', ({ importedAt }) => importedAt),
  ]);
  protected readonly rowId = ({ source }: SanctionList) => source;
}
