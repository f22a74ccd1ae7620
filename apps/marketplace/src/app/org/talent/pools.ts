import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { PoolRow } from '@wire/talent';
import { EMPTY, map } from 'rxjs';
import { answer } from '@ui/app/answer';
import { Organisations } from '@ui/app/organisations';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { EmptyState } from '@ui/empty-state';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { PageHeader } from '@ui/page-header';
import { PoolDialog } from './pool-dialog';
import { PoolsApi } from './pools.api';

/** The pools of an organisation, or, outside of one, one's own. */
@Component({
  selector: 'app-pools',
  imports: [Button, Cell, DataGrid, EmptyState, PageHeader, PoolDialog, RouterLink, TranslatePipe],
  template: `
    <ui-page-header [heading]="'pools.heading' | translate" [lead]="'pools.lead' | translate">
      @if (mayOpen()) {
        <button uiButton kind="primary" icon="plus" type="button" (click)="opening.set(true)">
          {{ 'pools.open' | translate }}
        </button>
      }
    </ui-page-header>
    <ui-data-grid
      plain
      opens
      [caption]="'pools.heading' | translate"
      [columns]="columns()"
      [list]="list"
      [rowId]="rowId"
      (open)="go($event)"
    >
      <ng-template uiCell="name" let-row>
        <a [routerLink]="[root(), row.id]" dir="auto">{{ row.name }}</a>
      </ng-template>
      <ui-empty-state
        grid-empty
        icon="users"
        [heading]="'pools.none' | translate"
        [text]="'pools.noneText' | translate"
      >
        <a uiButton routerLink="/talent">{{ 'pools.find' | translate }}</a>
      </ui-empty-state>
    </ui-data-grid>
    @if (opening()) {
      <app-pool-dialog
        [organisationId]="own() ? null : (house()?.id ?? null)"
        [workspaces]="own() ? [] : (house()?.workspaces ?? [])"
        (closed)="opening.set(false)"
        (saved)="opened($event)"
      />
    }
  `,
  host: { '[class.page]': 'own()' },
  styles: `
    :host {
      display: block;
    }
  `,
})
export class Pools {
  private readonly api = inject(PoolsApi);
  private readonly organisations = inject(Organisations);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  /** Of the route: the pools of whoever looks, not those of an organisation. */
  readonly own = input(false);

  protected readonly opening = signal(false);
  protected readonly house = this.organisations.current;
  protected readonly root = computed(() => (this.own() ? '/pools' : '/org/talent'));
  protected readonly mayOpen = computed(
    () => this.own() || (this.house()?.powers ?? []).includes('pools'),
  );
  private readonly page = answer(() => {
    const [own, id] = [this.own(), this.house()?.id];
    if (!own && !id) return EMPTY;
    const isMine = ({ organisation }: PoolRow) => !own || organisation === null;
    return this.api.pools(own ? undefined : id).pipe(map(({ items }) => items.filter(isMine)));
  });
  protected readonly list = this.page.list((rows) => rows);
  private readonly column = columnsFrom<PoolRow>('pools.columns');
  protected readonly columns = computed((): Column<PoolRow>[] => [
    this.column('name', ({ name }) => name, { card: 'title' }),
    ...(this.own() ? [] : [this.column('sharing', (row) => this.seenBy(row))]),
    this.column('entries', ({ entries }) => String(entries), { align: 'end' }),
  ]);
  protected readonly rowId = ({ id }: PoolRow): string => id;

  protected go({ id }: PoolRow): void {
    void this.router.navigate([this.root(), id]);
  }
  protected opened(id: string | null): void {
    this.opening.set(false);
    if (id) void this.router.navigate([this.root(), id]);
  }
  private seenBy({ sharing, workspaceId }: PoolRow): string {
    const team = this.house()?.workspaces.find(({ id }) => id === workspaceId)?.name;
    return team
      ? this.say.it('pools.sharing.only', { name: team })
      : this.say.it(`pools.sharing.${sharing}`);
  }
}
