import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { heldPerson } from '@wire/retention';
import type * as z from 'zod';
import { listing } from '@ui/app/listing';
import { Say } from '@ui/app/say';
import { EmptyState } from '@ui/empty-state';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { PrivacyApi } from '../privacy.api';

type Held = z.infer<typeof heldPerson>;

/** Whose data may not be erased for now, and who said so. */
@Component({
  selector: 'app-held-people',
  imports: [Cell, DataGrid, EmptyState, Moment, RouterLink, TranslatePipe],
  template: `
    <ui-data-grid
      exports
      [caption]="'privacy.tabs.holds' | translate"
      [columns]="columns()"
      [list]="list"
      [rowId]="rowId"
    >
      <ng-template uiCell="account" let-row>
        <a [routerLink]="['/users', row.account.id]">{{ row.account.name }}</a>
      </ng-template>
      <ng-template uiCell="at" let-row><ui-moment [at]="row.at" /></ng-template>
      <ui-empty-state
        grid-empty
        icon="shield"
        [heading]="'privacy.noHolds' | translate"
        [text]="'privacy.noHoldsText' | translate"
      />
    </ui-data-grid>
  `,
})
export class HeldPeople {
  private readonly api = inject(PrivacyApi);
  private readonly say = inject(Say);
  protected readonly list = listing<Held>((after) => this.api.holds(after));
  private readonly column = columnsFrom<Held>('privacy.columns');
  protected readonly columns = computed((): Column<Held>[] => [
    this.column('account', ({ account }) => account.name, { card: 'title' }),
    this.column('reason', ({ reason }) => this.say.it(`privacy.holdReasons.${reason}`)),
    this.column('by', ({ by }) => by.name),
    this.column('at', ({ at }) => at),
  ]);
  protected readonly rowId = ({ id }: Held) => id;
}
