import { Component, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { map } from 'rxjs';
import { listing } from '@ui/app/listing';
import { pulse } from '@ui/app/pulse';
import { Say } from '@ui/app/say';
import { EmptyState } from '@ui/empty-state';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { PageHeader } from '@ui/page-header';
import { Status } from '@ui/status';
import { Updated } from '@ui/updated';
import { type QueueRow, QueuesApi } from '../queues.api';

/** What waits in the background, and what gave up. */
@Component({
  selector: 'app-queue-list',
  imports: [Cell, DataGrid, EmptyState, PageHeader, Status, TranslatePipe, Updated],
  template: `
    <div class="page wide">
      <ui-page-header
        [heading]="'queues.heading' | translate"
        [lead]="'queues.lead' | translate"
        [crumbs]="crumbs()"
      >
        <ui-updated [at]="list.at()" [stale]="list.stale()" />
      </ui-page-header>
      <ui-data-grid
        exports
        opens
        [caption]="'queues.heading' | translate"
        [columns]="columns()"
        [list]="list"
        [rowId]="rowId"
        (open)="open($event)"
      >
        <ng-template uiCell="dead" let-row>
          @if (row.dead > 0) {
            <ui-status tone="danger">{{ row.dead }}</ui-status>
          } @else {
            0
          }
        </ng-template>
        <ui-empty-state grid-empty icon="queue" [heading]="'queues.empty' | translate" />
      </ui-data-grid>
    </div>
  `,
})
export class QueueList {
  private readonly api = inject(QueuesApi);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  protected readonly list = listing<QueueRow>(() =>
    this.api.all().pipe(map(({ items }) => ({ items, next: null }))),
  );
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('queues.heading') },
  ]);
  private readonly column = columnsFrom<QueueRow>('queues.columns');
  protected readonly columns = computed((): Column<QueueRow>[] => [
    this.column('name', ({ name }) => name, { card: 'title' }),
    this.column('waiting', ({ waiting }) => String(waiting), { align: 'end' }),
    this.column('active', ({ active }) => String(active), { align: 'end' }),
    this.column('delayed', ({ delayed }) => String(delayed), { align: 'end' }),
    this.column('completed', ({ completed }) => String(completed), { align: 'end' }),
    this.column('dead', ({ dead }) => String(dead), { align: 'end' }),
  ]);
  protected readonly rowId = ({ name }: QueueRow) => name;

  constructor() {
    pulse(3_000).subscribe(() => this.list.refresh());
  }

  protected open({ name }: QueueRow): void {
    void this.router.navigate(['/ops/queues', name]);
  }
}
