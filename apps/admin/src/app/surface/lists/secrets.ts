import { Component, computed, inject } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { SecretRow } from '@wire/surface';
import { map } from 'rxjs';
import { listing } from '@ui/app/listing';
import { Say } from '@ui/app/say';
import { Desk } from '@ui/desk';
import { EmptyState } from '@ui/empty-state';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { surfaceDesk } from '../desk';
import { SurfaceApi } from '../surface.api';

/** Which secrets there are, where they come from and since when. Their values leave no process. */
@Component({
  selector: 'app-secrets',
  imports: [Cell, DataGrid, Desk, EmptyState, Moment, TranslatePipe],
  template: `
    <ui-desk [room]="desk" view="secrets" [at]="list.at()" [stale]="list.stale()">
      <ui-data-grid
        exports
        [caption]="'surface.titles.secrets' | translate"
        [columns]="columns()"
        [list]="list"
        [rowId]="rowId"
      >
        <ng-template uiCell="name" let-row
          ><code dir="ltr">{{ row.name }}</code></ng-template
        >
        <ng-template uiCell="since" let-row>
          @if (row.since; as at) {
            <ui-moment [at]="at" />
          } @else {
            <span class="muted">{{ 'surface.unknown' | translate }}</span>
          }
        </ng-template>
        <ui-empty-state grid-empty icon="key" [heading]="'surface.empty.secrets' | translate" />
      </ui-data-grid>
    </ui-desk>
  `,
})
export class Secrets {
  protected readonly desk = surfaceDesk;
  private readonly api = inject(SurfaceApi);
  private readonly say = inject(Say);
  protected readonly list = listing<SecretRow>(() =>
    this.api.secrets().pipe(map(({ items }) => ({ items, next: null }))),
  );
  private readonly column = columnsFrom<SecretRow>('surface.columns');
  protected readonly columns = computed((): Column<SecretRow>[] => [
    this.column('name', ({ name }) => name, { card: 'title' }),
    this.column('origin', ({ source }) => this.say.it(`surface.origins.${source}`)),
    this.column('version', ({ version }) => (version === null ? '–' : String(version)), {
      align: 'end',
    }),
    this.column('since', ({ since }) => since ?? ''),
  ]);
  protected readonly rowId = ({ name }: SecretRow) => name;
}
