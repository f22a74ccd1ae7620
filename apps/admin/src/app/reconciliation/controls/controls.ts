import { Component, computed, inject } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { Control } from '@wire/reconciliation';
import { answer } from '@ui/app/answer';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Desk } from '@ui/desk';
import { EmptyState } from '@ui/empty-state';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { MoneyView } from '@ui/money';
import { reconciliationDesk } from '../desk';
import { DifferenceView } from '../difference';
import { ReconciliationApi } from '../reconciliation.api';

/** Whether the control accounts hold what their parts sum to, looked at when the page is. */
@Component({
  selector: 'app-control-accounts',
  imports: [Button, Cell, DataGrid, Desk, DifferenceView, EmptyState, MoneyView, TranslatePipe],
  template: `
    <ui-desk [room]="desk" view="controls" [at]="seen.at()" [stale]="seen.stale()">
      <button desk-actions uiButton small icon="refresh" type="button" (click)="seen.refresh()">
        {{ 'reconciliation.look' | translate }}
      </button>
      <ui-data-grid
        exports
        [caption]="'reconciliation.titles.controls' | translate"
        [columns]="columns()"
        [list]="accounts"
        [rowId]="rowId"
      >
        <ng-template uiCell="ledger" let-row><ui-money [of]="row.ledger" /></ng-template>
        <ng-template uiCell="parts" let-row><ui-money [of]="row.parts" /></ng-template>
        <ng-template uiCell="difference" let-row>
          <app-difference [of]="row.difference" />
        </ng-template>
        <ui-empty-state
          grid-empty
          icon="scales"
          [heading]="'reconciliation.empty.controls' | translate"
          [text]="'reconciliation.emptyText.controls' | translate"
        />
      </ui-data-grid>
    </ui-desk>
  `,
})
export class ControlAccounts {
  protected readonly desk = reconciliationDesk;
  private readonly api = inject(ReconciliationApi);
  private readonly say = inject(Say);
  protected readonly seen = answer(() => this.api.controls());
  protected readonly accounts = this.seen.list(({ items }) => items);
  private readonly column = columnsFrom<Control>('reconciliation.columns');
  protected readonly columns = computed((): Column<Control>[] => [
    this.column('control', ({ kind }) => this.say.it(`reconciliation.controls.${kind}`), {
      card: 'title',
    }),
    this.column('currency', ({ currency }) => currency),
    this.column('ledger', ({ ledger }) => this.say.money(ledger, 'full'), { align: 'end' }),
    this.column('parts', ({ parts }) => this.say.money(parts, 'full'), { align: 'end' }),
    this.column('difference', ({ difference }) => this.say.money(difference, 'full'), {
      align: 'end',
    }),
  ]);
  protected readonly rowId = ({ kind, currency }: Control) => `${kind}-${currency}`;
}
