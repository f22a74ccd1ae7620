import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { rebuildStarted, projections } from '@wire/operations';
import { map } from 'rxjs';
import type * as z from 'zod';
import { Ability } from '@ui/app/ability';
import { Api, newKey } from '@ui/app/api';
import { listing } from '@ui/app/listing';
import { asProblem, type Problem } from '@ui/app/problem';
import { pulse } from '@ui/app/pulse';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Confirmation } from '@ui/confirm';
import { EmptyState } from '@ui/empty-state';
import { ErrorSummary } from '@ui/form/error-summary';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { Status } from '@ui/status';
import { Updated } from '@ui/updated';
import { Rebuilds } from './rebuilds';

type Projection = z.infer<typeof projections>['items'][number];

/** What reads the record, and how far behind it is; what failed or lags stands on top. */
@Component({
  selector: 'app-projections',
  imports: [
    Button,
    Cell,
    DataGrid,
    EmptyState,
    ErrorSummary,
    Moment,
    PageHeader,
    Rebuilds,
    Status,
    TranslatePipe,
    Updated,
  ],
  template: `
    <div class="page wide">
      <ui-page-header
        [heading]="'projections.heading' | translate"
        [lead]="'projections.lead' | translate"
        [crumbs]="crumbs()"
      >
        <ui-updated [at]="list.at()" [stale]="list.stale()" />
      </ui-page-header>
      <ui-error-summary [problem]="refused()" />
      <ui-data-grid
        exports
        [caption]="'projections.heading' | translate"
        [columns]="columns()"
        [list]="sorted"
        [rowId]="rowId"
      >
        <ng-template uiCell="state" let-row>
          @if (row.error) {
            <ui-status tone="danger">{{ 'projections.states.failed' | translate }}</ui-status>
          } @else if (row.behindEvents > 0) {
            <ui-status tone="attention">{{ 'projections.states.behind' | translate }}</ui-status>
          } @else {
            <ui-status tone="brand">{{ 'projections.states.current' | translate }}</ui-status>
          }
        </ng-template>
        <ng-template uiCell="error" let-row
          ><span class="error">{{ row.error }}</span></ng-template
        >
        <ng-template uiCell="updated" let-row><ui-moment [at]="row.updatedAt" /></ng-template>
        <ng-template uiCell="rebuild" let-row>
          @if (row.isRebuildable) {
            <button
              uiButton
              small
              type="button"
              [attr.aria-label]="'projections.rebuildOne' | translate: { name: row.name }"
              (click)="rebuild(row.name)"
            >
              {{ 'projections.rebuild' | translate }}
            </button>
          }
        </ng-template>
        <ui-empty-state grid-empty icon="pulse" [heading]="'projections.empty' | translate" />
      </ui-data-grid>
      <app-rebuilds />
    </div>
  `,
  styles: `
    .error {
      color: var(--danger);
      white-space: normal;
    }
  `,
})
export class Projections {
  private readonly api = inject(Api);
  private readonly say = inject(Say);
  private readonly confirmation = inject(Confirmation);
  private readonly ability = inject(Ability);
  private readonly rebuilds = viewChild(Rebuilds);
  protected readonly refused = signal<Problem | null>(null);
  protected readonly list = listing<Projection>(() =>
    this.api
      .get('/admin/projections', projections)
      .pipe(map(({ items }) => ({ items, next: null }))),
  );
  private readonly rows = computed(() =>
    this.list
      .rows()
      ?.toSorted(
        (a, b) =>
          Number(b.error !== null) - Number(a.error !== null) ||
          b.behindEvents - a.behindEvents ||
          a.name.localeCompare(b.name),
      ),
  );
  protected readonly sorted = {
    rows: this.rows,
    problem: this.list.problem,
    load: () => this.list.load(),
  };
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('projections.heading') },
  ]);
  private readonly column = columnsFrom<Projection>('projections.columns');
  protected readonly columns = computed((): Column<Projection>[] => [
    this.column('name', ({ name }) => name, { card: 'title' }),
    this.column('state', (row) => this.state(row)),
    this.column('events', ({ behindEvents }) => String(behindEvents), { align: 'end' }),
    this.column('seconds', ({ behindSeconds }) => behindSeconds.toFixed(1), { align: 'end' }),
    this.column('error', ({ error }) => error ?? ''),
    this.column('updated', ({ updatedAt }) => updatedAt),
    this.column('checkpoint', ({ checkpoint }) => checkpoint, { extra: true }),
    ...(this.ability.can('replay', 'Projection')
      ? [this.column('rebuild', () => '', { align: 'end' })]
      : []),
  ]);
  protected readonly rowId = ({ name }: Projection) => name;

  constructor() {
    pulse(2_000).subscribe(() => this.list.refresh());
  }

  /** The old one answers until the new one has been compared with it. */
  protected async rebuild(name: string): Promise<void> {
    const sure = await this.confirmation.ask({
      heading: this.say.it('projections.rebuildHeading', { name }),
      text: this.say.it('projections.rebuildText'),
      verb: this.say.it('projections.rebuild'),
    });
    if (!sure) return;
    this.refused.set(null);
    const path = `/admin/projections/${encodeURIComponent(name)}/rebuild`;
    this.api.post(path, {}, rebuildStarted, { idempotencyKey: newKey() }).subscribe({
      next: () => this.rebuilds()?.refresh(),
      error: (thrown: unknown) => this.refused.set(asProblem(thrown)),
    });
  }
  private state({ error, behindEvents }: Projection): string {
    const state = error ? 'failed' : behindEvents > 0 ? 'behind' : 'current';
    return this.say.it(`projections.states.${state}`);
  }
}
