import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { listing } from '@ui/app/listing';
import { Say } from '@ui/app/say';
import { Copy } from '@ui/copy';
import { EmptyState } from '@ui/empty-state';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { PageHeader } from '@ui/page-header';
import { LedgerApi, type LedgerEntry } from '../ledger.api';
import { LedgerWords } from '../ledger-words';

/** What happened on one account, newest first; each row opens its journal. */
@Component({
  selector: 'app-account-entries',
  imports: [Cell, Copy, DataGrid, EmptyState, Moment, MoneyView, PageHeader, TranslatePipe],
  template: `
    <div class="page wide">
      <ui-page-header [heading]="'ledger.account' | translate" [crumbs]="crumbs()">
        <ui-copy [text]="account()" [label]="'ledger.columns.account' | translate" />
      </ui-page-header>
      <ui-data-grid
        exports
        opens
        [caption]="'ledger.entriesOf' | translate: { account: account() }"
        [columns]="columns()"
        [list]="list"
        [rowId]="rowId"
        (open)="open($event)"
      >
        <ng-template uiCell="at" let-row><ui-moment form="exact" [at]="row.at" /></ng-template>
        <ng-template uiCell="amount" let-row>
          <ui-money signed [of]="row.amount" />
        </ng-template>
        <ng-template uiCell="balance" let-row>
          @if (row.balance) {
            <ui-money [of]="row.balance" />
          } @else {
            <span class="muted">–</span>
          }
        </ng-template>
        <ui-empty-state grid-empty icon="ledger" [heading]="'ledger.noEntries' | translate" />
      </ui-data-grid>
    </div>
  `,
})
export class AccountEntries {
  private readonly api = inject(LedgerApi);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  private readonly words = inject(LedgerWords);
  /** From the address: `wallet:<id>:available:INR`. */
  readonly account = input.required<string>();

  protected readonly list = listing<LedgerEntry>((after) =>
    this.api.entries(this.account(), after),
  );
  protected readonly crumbs = computed(() => this.words.crumbs({ label: this.account() }));
  private readonly column = columnsFrom<LedgerEntry>('ledger.columns');
  protected readonly columns = computed((): Column<LedgerEntry>[] => [
    this.column('at', ({ at }) => at),
    this.column('entry', ({ kind }) => this.words.entry(kind), { card: 'title' }),
    this.column('amount', ({ amount }) => this.say.money(amount, 'full'), { align: 'end' }),
    this.column('balance', ({ balance }) => (balance ? this.say.money(balance, 'full') : ''), {
      align: 'end',
    }),
    this.column('journal', ({ journalId }) => journalId, { extra: true }),
  ]);
  protected readonly rowId = ({ id }: LedgerEntry) => id;

  protected open({ journalId }: LedgerEntry): void {
    void this.router.navigate(['/finance/ledger/journals', journalId]);
  }
}
