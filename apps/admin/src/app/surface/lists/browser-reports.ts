import { Component, computed, inject } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { ReportRow } from '@wire/surface';
import { listing } from '@ui/app/listing';
import { pulse } from '@ui/app/pulse';
import { Desk } from '@ui/desk';
import { EmptyState } from '@ui/empty-state';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { surfaceDesk } from '../desk';
import { SurfaceApi } from '../surface.api';

/** What pages wanted to run and browsers refused: an attack, or a mistake of ours. */
@Component({
  selector: 'app-browser-reports',
  imports: [Cell, DataGrid, Desk, EmptyState, Moment, TranslatePipe],
  template: `
    <ui-desk [room]="desk" view="browser-reports" [at]="list.at()" [stale]="list.stale()">
      <ui-data-grid
        exports
        [caption]="'surface.titles.browser-reports' | translate"
        [columns]="columns()"
        [list]="list"
        [rowId]="rowId"
      >
        @for (id of code; track id) {
          <ng-template [uiCell]="id" let-row
            ><code class="cut" dir="ltr">{{ row[id] || '–' }}</code></ng-template
          >
        }
        <ng-template uiCell="lastAt" let-row><ui-moment [at]="row.lastAt" /></ng-template>
        <ng-template uiCell="firstAt" let-row><ui-moment [at]="row.firstAt" /></ng-template>
        <ui-empty-state
          grid-empty
          icon="check"
          [heading]="'surface.empty.browser-reports' | translate"
          [text]="'surface.emptyText.browser-reports' | translate"
        />
      </ui-data-grid>
    </ui-desk>
  `,
  styles: `
    .cut {
      display: block;
      max-inline-size: 280px;
      overflow-wrap: anywhere;
      white-space: normal;
    }
  `,
})
export class BrowserReports {
  protected readonly desk = surfaceDesk;
  private readonly api = inject(SurfaceApi);
  protected readonly code = ['page', 'directive', 'blocked', 'source', 'sample'] as const;
  protected readonly list = listing<ReportRow>((after) => this.api.reports(after));
  private readonly column = columnsFrom<ReportRow>('surface.columns');
  protected readonly columns = computed((): Column<ReportRow>[] => [
    this.column('directive', ({ directive }) => directive, { card: 'title' }),
    this.column('page', ({ page }) => page),
    this.column('blocked', ({ blocked }) => blocked),
    this.column('source', ({ source }) => source),
    this.column('sample', ({ sample }) => sample, { extra: true }),
    this.column('times', ({ times }) => String(times), { align: 'end' }),
    this.column('firstAt', ({ firstAt }) => firstAt, { extra: true }),
    this.column('lastAt', ({ lastAt }) => lastAt),
  ]);
  protected readonly rowId = ({ id }: ReportRow) => id;

  constructor() {
    pulse(10_000).subscribe(() => this.list.refresh());
  }
}
