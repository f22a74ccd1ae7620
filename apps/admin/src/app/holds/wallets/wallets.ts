import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type * as wire from '@wire/holds';
import type * as z from 'zod';
import { Ability } from '@ui/app/ability';
import { listing } from '@ui/app/listing';
import { pulse } from '@ui/app/pulse';
import { Say } from '@ui/app/say';
import { Desk } from '@ui/desk';
import { EmptyState } from '@ui/empty-state';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { holdsDesk } from '../desk';
import { HoldsApi } from '../holds.api';

type Row = z.infer<typeof wire.walletRestriction>;

/** Wallets that nothing may leave; restricted and released on the page of the person. */
@Component({
  selector: 'app-restricted-wallets',
  imports: [Cell, DataGrid, Desk, EmptyState, Moment, RouterLink, TranslatePipe],
  template: `
    <ui-desk [room]="desk" view="wallets" [at]="list.at()" [stale]="list.stale()">
      <ui-data-grid
        exports
        [opens]="mayOpen()"
        [caption]="'holds.titles.wallets' | translate"
        [columns]="columns()"
        [list]="list"
        [rowId]="rowId"
        (open)="open($event)"
      >
        <ng-template uiCell="account" let-row>
          @if (mayOpen()) {
            <a [routerLink]="['/users', row.account.id]">{{ row.account.name }}</a>
          } @else {
            {{ row.account.name }}
          }
        </ng-template>
        <ng-template uiCell="heldAt" let-row><ui-moment [at]="row.at" /></ng-template>
        <ui-empty-state
          grid-empty
          icon="wallet"
          [heading]="'holds.empty.wallets' | translate"
          [text]="'holds.emptyText.wallets' | translate"
        />
      </ui-data-grid>
    </ui-desk>
  `,
})
export class RestrictedWallets {
  protected readonly desk = holdsDesk;
  private readonly api = inject(HoldsApi);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  private readonly ability = inject(Ability);
  protected readonly mayOpen = computed(() => this.ability.can('inspect', 'Account'));

  protected readonly list = listing<Row>((after) => this.api.wallets(after));
  private readonly column = columnsFrom<Row>('holds.columns');
  protected readonly columns = computed((): Column<Row>[] => [
    this.column('account', ({ account }) => account.name, { card: 'title' }),
    this.column('reason', ({ reason }) => this.say.it(`holds.reasons.${reason}`)),
    this.column('note', ({ note }) => note),
    this.column('heldBy', ({ by }) => by.name),
    this.column('heldAt', ({ at }) => at),
  ]);
  protected readonly rowId = ({ account }: Row) => account.id;

  constructor() {
    pulse(15_000).subscribe(() => this.list.refresh());
  }

  protected open({ account }: Row): void {
    void this.router.navigate(['/users', account.id]);
  }
}
