import { DOCUMENT } from '@angular/common';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { isZero } from '@money';
import { TranslatePipe } from '@ngx-translate/core';
import { answer } from '@ui/app/answer';
import { pulse } from '@ui/app/pulse';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { ErrorState } from '@ui/error-state';
import { csvOf, download } from '@ui/grid/columns';
import { MoneyView } from '@ui/money';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Status } from '@ui/status';
import { Updated } from '@ui/updated';
import { LedgerApi } from '../ledger.api';
import { LedgerWords } from '../ledger-words';

/** Does everything add up? Each currency on its own, its difference lit, each line a way down. */
@Component({
  selector: 'app-trial-balance',
  imports: [
    Button,
    ErrorState,
    MoneyView,
    PageHeader,
    RouterLink,
    Skeleton,
    Status,
    TranslatePipe,
    Updated,
  ],
  templateUrl: './trial-balance.html',
  styleUrl: './trial-balance.scss',
})
export class TrialBalance {
  private readonly api = inject(LedgerApi);
  private readonly say = inject(Say);
  private readonly document = inject(DOCUMENT);
  protected readonly words = inject(LedgerWords);
  protected readonly balance = answer(() => this.api.trialBalance());
  protected readonly crumbs = computed(() => this.words.crumbs());
  protected readonly isZero = isZero;

  constructor() {
    pulse(15_000).subscribe(() => this.balance.refresh());
  }

  protected write(): void {
    const rows = (this.balance.value()?.currencies ?? []).flatMap(({ currency, rows: own }) =>
      own.map((row) => ({ ...row, currency })),
    );
    type Row = (typeof rows)[number];
    const column = (id: string, text: (row: Row) => string) => ({
      id,
      label: this.say.it(`ledger.columns.${id}`),
      text,
    });
    const columns = [
      column('currency', ({ currency }) => currency),
      column('kind', ({ kind }) => kind),
      column('accounts', ({ accounts }) => String(accounts)),
      column('debitMinor', ({ debit }) => debit.amountMinor),
      column('creditMinor', ({ credit }) => credit.amountMinor),
    ];
    download(this.document, 'trial-balance.csv', csvOf(columns, rows));
  }
}
