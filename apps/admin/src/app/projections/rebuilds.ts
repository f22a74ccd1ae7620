import { Component, computed, inject } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { rebuilds } from '@wire/operations';
import { map } from 'rxjs';
import type * as z from 'zod';
import { Api } from '@ui/app/api';
import { listing } from '@ui/app/listing';
import { pulse } from '@ui/app/pulse';
import { Say } from '@ui/app/say';
import { EmptyState } from '@ui/empty-state';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { Status, type Tone } from '@ui/status';

type Rebuild = z.infer<typeof rebuilds>['items'][number];
const tones: Record<Rebuild['state'], Tone> = {
  building: 'info',
  comparing: 'info',
  swapped: 'brand',
  different: 'attention',
  failed: 'danger',
};

/** Read models that are or were built anew beside the old one, and how the two compared. */
@Component({
  selector: 'app-rebuilds',
  imports: [Cell, DataGrid, EmptyState, Moment, Status, TranslatePipe],
  template: `
    <h2>{{ 'projections.rebuilds.heading' | translate }}</h2>
    <p class="muted">{{ 'projections.rebuilds.lead' | translate }}</p>
    <ui-data-grid
      [caption]="'projections.rebuilds.heading' | translate"
      [columns]="columns()"
      [list]="list"
      [rowId]="rowId"
    >
      <ng-template uiCell="state" let-row>
        <ui-status [tone]="tone(row)">{{
          'projections.rebuilds.states.' + row.state | translate
        }}</ui-status>
        @if (row.error) {
          <span class="error">{{ row.error }}</span>
        }
      </ng-template>
      <ng-template uiCell="started" let-row><ui-moment [at]="row.startedAt" /></ng-template>
      <ui-empty-state
        grid-empty
        icon="refresh"
        [heading]="'projections.rebuilds.empty' | translate"
      />
    </ui-data-grid>
  `,
  styles: `
    :host {
      display: block;
      margin-block-start: var(--s8);
    }
    h2 {
      margin-block-end: var(--s1);
    }
    .error {
      display: block;
      color: var(--danger);
      font-size: var(--t13);
      white-space: normal;
    }
  `,
})
export class Rebuilds {
  private readonly api = inject(Api);
  private readonly say = inject(Say);
  protected readonly list = listing<Rebuild>(() =>
    this.api
      .get('/admin/projections/rebuilds', rebuilds)
      .pipe(map(({ items }) => ({ items, next: null }))),
  );
  private readonly column = columnsFrom<Rebuild>('projections.rebuilds.columns');
  protected readonly columns = computed((): Column<Rebuild>[] => [
    this.column('name', ({ projection }) => projection, { card: 'title' }),
    this.column('state', ({ state }) => this.say.it(`projections.rebuilds.states.${state}`)),
    this.column('progress', (row) => this.progress(row), { align: 'end' }),
    this.column('speed', ({ eventsPerSecond }) => String(Math.round(eventsPerSecond)), {
      align: 'end',
    }),
    this.column('differences', ({ differences }) => String(differences ?? '–'), { align: 'end' }),
    this.column('started', ({ startedAt }) => startedAt),
  ]);
  protected readonly rowId = ({ id }: Rebuild) => id;

  constructor() {
    // Every look is a line of the staff log: only what is under way is looked at again.
    pulse(2_000).subscribe(() => {
      if (this.list.rows()?.some(({ endedAt }) => endedAt === null)) this.list.refresh();
    });
  }

  protected tone({ state }: Rebuild): Tone {
    return tones[state];
  }
  refresh(): void {
    this.list.refresh();
  }
  private progress({ events, total }: Rebuild): string {
    const share = total === 0 ? 100 : Math.floor((Math.min(events, total) * 100) / total);
    return `${share} % · ${events} / ${total}`;
  }
}
