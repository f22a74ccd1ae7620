import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { inAddress } from '@ui/app/in-address';
import { listing } from '@ui/app/listing';
import { Say } from '@ui/app/say';
import { EmptyState } from '@ui/empty-state';
import { Cell } from '@ui/grid/cell';
import type { Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { MoneyView } from '@ui/money';
import { PageHeader } from '@ui/page-header';
import { type LedgerAccount, LedgerApi } from '../ledger.api';
import { LedgerWords } from '../ledger-words';

/** The accounts behind one line of the trial balance. */
@Component({
  selector: 'app-ledger-accounts',
  imports: [Cell, DataGrid, EmptyState, MoneyView, PageHeader, TranslatePipe],
  template: `
    <div class="page wide">
      <ui-page-header [heading]="heading()" [crumbs]="crumbs()" />
      <ui-data-grid
        exports
        opens
        [caption]="heading()"
        [columns]="columns()"
        [list]="list"
        [rowId]="rowId"
        (open)="open($event)"
      >
        <ng-template uiCell="balance" let-row><ui-money [of]="row.balance" /></ng-template>
        <ui-empty-state grid-empty icon="ledger" [heading]="'ledger.noAccounts' | translate" />
      </ui-data-grid>
    </div>
  `,
})
export class LedgerAccounts {
  private readonly api = inject(LedgerApi);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  private readonly words = inject(LedgerWords);
  /** From the address. */
  readonly kind = input('', { transform: inAddress });
  readonly currency = input('INR', { transform: (value?: string) => value ?? 'INR' });

  protected readonly list = listing<LedgerAccount>((after) =>
    this.api.accounts(this.kind(), this.currency(), after),
  );
  protected readonly heading = computed(
    () => `${this.words.kind(this.kind())} · ${this.currency()}`,
  );
  protected readonly crumbs = computed(() => this.words.crumbs({ label: this.heading() }));
  protected readonly columns = computed((): Column<LedgerAccount>[] => [
    {
      id: 'account',
      label: this.say.it('ledger.columns.account'),
      text: ({ account }) => account,
      card: 'title',
    },
    {
      id: 'balance',
      label: this.say.it('ledger.columns.balance'),
      text: ({ balance }) => this.say.money(balance, 'full'),
      align: 'end',
    },
  ]);
  protected readonly rowId = ({ account }: LedgerAccount) => account;

  protected open({ account }: LedgerAccount): void {
    void this.router.navigate(['/finance/ledger/accounts', account]);
  }
}
