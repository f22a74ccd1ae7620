import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { LimitRow, Limits } from '@wire/surface';
import { answer } from '@ui/app/answer';
import { pulse } from '@ui/app/pulse';
import { Say } from '@ui/app/say';
import { Desk } from '@ui/desk';
import { EmptyState } from '@ui/empty-state';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { Status } from '@ui/status';
import { surfaceDesk } from '../desk';
import { SurfaceApi } from '../surface.api';

type Refused = Limits['refused'][number];

/** Every limit, how much of it is used now, and who ran into it. */
@Component({
  selector: 'app-rate-limits',
  imports: [Cell, DataGrid, Desk, EmptyState, Moment, RouterLink, Status, TranslatePipe],
  template: `
    <ui-desk [room]="desk" view="rate-limits" [at]="limits.at()" [stale]="limits.stale()">
      <div class="stack">
        <ui-data-grid
          exports
          [caption]="'surface.titles.rate-limits' | translate"
          [columns]="columns()"
          [list]="kinds"
          [rowId]="kindOf"
        >
          <ng-template uiCell="refusedLastHour" let-row>
            @if (row.refusedLastHour > 0) {
              <ui-status tone="attention">{{ row.refusedLastHour }}</ui-status>
            } @else {
              0
            }
          </ng-template>
        </ui-data-grid>
        @if (limits.value(); as found) {
          <p class="muted">{{ 'surface.stores.' + found.store | translate }}</p>
          <h2>{{ 'surface.refused' | translate }}</h2>
          <ui-data-grid
            exports
            [caption]="'surface.refused' | translate"
            [columns]="refusedColumns()"
            [list]="refused"
            [rowId]="whoOf"
          >
            <ng-template uiCell="address" let-row
              ><code dir="ltr">{{ row.address }}</code></ng-template
            >
            <ng-template uiCell="account" let-row>
              @if (row.account; as account) {
                <a [routerLink]="['/users', account.id]">{{ account.name || account.id }}</a>
              } @else {
                <span class="muted">–</span>
              }
            </ng-template>
            <ng-template uiCell="lastAt" let-row><ui-moment [at]="row.lastAt" /></ng-template>
            <ui-empty-state
              grid-empty
              icon="pulse"
              [heading]="'surface.empty.rate-limits' | translate"
              [text]="'surface.emptyText.rate-limits' | translate"
            />
          </ui-data-grid>
        }
      </div>
    </ui-desk>
  `,
})
export class RateLimits {
  protected readonly desk = surfaceDesk;
  private readonly api = inject(SurfaceApi);
  private readonly say = inject(Say);
  protected readonly limits = answer(() => this.api.limits());
  protected readonly kinds = this.limits.list(({ items }) => items);
  protected readonly refused = this.limits.list(({ refused }) => refused);
  private readonly column = columnsFrom<LimitRow>('surface.columns');
  protected readonly columns = computed((): Column<LimitRow>[] => [
    this.column('limit', ({ kind }) => this.say.it(`surface.kinds.${kind}`), { card: 'title' }),
    this.column('rule', (row) => this.rule(row)),
    this.column('per', ({ by }) => this.say.it(`surface.per.${by}`)),
    this.column('whenAway', ({ whenAway }) => this.say.it(`surface.away.${whenAway}`)),
    this.column('active', ({ active }) => (active === null ? '–' : String(active)), {
      align: 'end',
    }),
    this.column('refusedLastHour', (row) => String(row.refusedLastHour), { align: 'end' }),
    this.column('refusedLastDay', (row) => String(row.refusedLastDay), { align: 'end' }),
  ]);
  private readonly refusedColumn = columnsFrom<Refused>('surface.columns');
  protected readonly refusedColumns = computed((): Column<Refused>[] => [
    this.refusedColumn('address', ({ address }) => address, { card: 'title' }),
    this.refusedColumn('limit', ({ kind }) => this.say.it(`surface.kinds.${kind}`)),
    this.refusedColumn('account', ({ account }) => account?.name ?? ''),
    this.refusedColumn('times', ({ times }) => String(times), { align: 'end' }),
    this.refusedColumn('lastAt', ({ lastAt }) => lastAt),
  ]);
  protected readonly kindOf = ({ kind }: LimitRow) => kind;
  protected readonly whoOf = ({ kind, address, account }: Refused) =>
    `${kind} ${address} ${account?.id ?? ''}`;

  constructor() {
    pulse(5_000).subscribe(() => this.limits.refresh());
  }

  private rule({ points, seconds }: LimitRow): string {
    const minutes = seconds / 60;
    return this.say.it(minutes === 1 ? 'surface.aMinute' : 'surface.inMinutes', {
      points,
      minutes,
    });
  }
}
