import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { type Currency, currencies } from '@money';
import { entryKinds } from '@wire/wallet';
import { Address } from '@ui/app/address';
import { Say } from '@ui/app/say';
import { Words } from '@ui/app/words';
import { Button } from '@ui/button';
import { EmptyState } from '@ui/empty-state';
import { ErrorState } from '@ui/error-state';
import { FilterSelect } from '@ui/filter-select';
import { DateField } from '@ui/form/date-field';
import { LoadMore } from '@ui/load-more';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { type StatementLine, StatementTable } from '@ui/statement-table';
import type { StatementFilter } from '../wallet.api';
import { WalletActions, walletFeature } from '../wallet.store';
import { endOfDay, startOfDay } from './days';
import { EntryProofPanel } from './entry-proof-panel';

/** Every entry of my wallet, newest first; each opens the event that made it and the proof. */
@Component({
  selector: 'app-statement',
  imports: [
    Button,
    DateField,
    EmptyState,
    EntryProofPanel,
    ErrorState,
    FilterSelect,
    LoadMore,
    PageHeader,
    RouterLink,
    Skeleton,
    StatementTable,
    TranslatePipe,
  ],
  templateUrl: './statement.html',
  styleUrl: './statement.scss',
})
export class Statement {
  private readonly store = inject(Store);
  private readonly address = inject(Address);
  private readonly say = inject(Say);
  private readonly zone = inject(Words).zone;
  /** From the address; `from` and `to` are days of the reader's zone. */
  readonly currency = input<string>();
  readonly kind = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();

  private readonly rows = this.store.selectSignal(walletFeature.selectRows);
  protected readonly next = this.store.selectSignal(walletFeature.selectNext);
  protected readonly loadingMore = this.store.selectSignal(walletFeature.selectLoadingMore);
  protected readonly missed = this.store.selectSignal(walletFeature.selectMissed);

  private readonly filter = computed((): StatementFilter => {
    const [from, to] = [this.from(), this.to()];
    return {
      currency: this.shownCurrency(),
      kind: entryKinds.safeParse(this.kind()).data,
      from: from ? startOfDay(from, this.zone()) : undefined,
      to: to ? endOfDay(to, this.zone()) : undefined,
    };
  });
  protected readonly shownCurrency = computed(
    (): Currency => currencies.find((each) => each === this.currency()) ?? 'INR',
  );
  protected readonly filtered = computed(() => Boolean(this.kind() ?? this.from() ?? this.to()));
  protected readonly csv = computed(() => {
    const given = Object.entries(this.filter()).filter(([, value]) => value !== undefined);
    return `/api/wallet/statement.csv?${new URLSearchParams(given as [string, string][]).toString()}`;
  });
  protected readonly kinds = computed(() =>
    entryKinds.options.map((value) => ({ value, label: this.say.it(`wallet.kinds.${value}`) })),
  );
  protected readonly currencies = currencies
    .filter((each) => each !== 'INR')
    .map((value) => ({ value, label: value }));
  protected readonly lines = computed(() =>
    this.rows()?.map(({ id, at, kind, bucket, amount, balance, reference }): StatementLine => ({
      id,
      at,
      title: this.say.it(`wallet.kinds.${kind}`),
      detail: this.say.it(`wallet.buckets.${bucket}`),
      reference,
      amount,
      balance,
    })),
  );

  constructor() {
    effect(() => this.store.dispatch(WalletActions.statementAsked({ filter: this.filter() })));
  }

  protected retry(): void {
    this.store.dispatch(WalletActions.statementAsked({ filter: this.filter() }));
  }
  protected more(): void {
    const after = this.next();
    if (after) this.store.dispatch(WalletActions.moreAsked({ filter: this.filter(), after }));
  }
  protected prove({ id }: StatementLine): void {
    this.store.dispatch(WalletActions.proofAsked({ entryId: id }));
  }
  protected narrow(queryParams: Record<string, string | null>): void {
    this.address.change(queryParams);
  }
}
