import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { contractState, type ContractRow } from '@wire/contracts';
import { Address } from '@ui/app/address';
import { nextLink } from '@ui/app/next-link';
import { Say } from '@ui/app/say';
import { Session } from '@ui/app/session';
import { Button } from '@ui/button';
import { EmptyState } from '@ui/empty-state';
import { type ActiveFilter, FilterBar } from '@ui/filter-bar';
import { FilterSelect } from '@ui/filter-select';
import { Cell } from '@ui/grid/cell';
import type { Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { PageHeader } from '@ui/page-header';
import { Status } from '@ui/status';
import type { ContractFilter } from '../contracts.api';
import { ContractActions, contractsFeature } from '../contracts.store';
import { nextHeading } from '../next-words';
import { contractTone } from '../state-tone';

/** My contracts: what happens next on each, where its money stands. */
@Component({
  selector: 'app-contract-list',
  imports: [
    Button,
    Cell,
    DataGrid,
    EmptyState,
    FilterBar,
    Moment,
    MoneyView,
    PageHeader,
    RouterLink,
    FilterSelect,
    Status,
    TranslatePipe,
  ],
  templateUrl: './contract-list.html',
  styleUrl: './contract-list.scss',
})
export class ContractList {
  private readonly store = inject(Store);
  private readonly address = inject(Address);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  protected readonly role = inject(Session).activeRole;
  /** From the address. */
  readonly state = input<string>();
  readonly q = input<string>();

  private readonly next = this.store.selectSignal(contractsFeature.selectNext);
  protected readonly list = {
    rows: this.store.selectSignal(contractsFeature.selectRows),
    more: () => this.next() !== null,
    busy: this.store.selectSignal(contractsFeature.selectLoadingMore),
    problem: this.store.selectSignal(contractsFeature.selectListProblem),
    loadMore: () => this.loadMore(),
    load: () => this.load(),
  };
  protected readonly toneOf = ({ state }: ContractRow) => contractTone[state];
  protected readonly rowId = (row: ContractRow) => row.id;

  private readonly filter = computed((): ContractFilter => {
    const state = contractState.safeParse(this.state());
    return { role: this.role() ?? undefined, state: state.data, q: this.q() };
  });
  protected readonly states = computed(() =>
    contractState.options.map((value) => ({
      value,
      label: this.say.it(`contracts.states.${value}`),
    })),
  );
  protected readonly active = computed((): ActiveFilter[] => {
    const { state } = this.filter();
    return state ? [{ id: 'state', label: this.say.it(`contracts.states.${state}`) }] : [];
  });
  protected readonly columns = computed((): Column<ContractRow>[] => [
    { id: 'title', label: this.word('contract'), text: (row) => row.title, card: 'title' },
    { id: 'next', label: this.word('next'), text: (row) => nextHeading(this.say, row.next, row) },
    {
      id: 'state',
      label: this.word('state'),
      text: (row) => this.say.it(`contracts.states.${row.state}`),
    },
    {
      id: 'held',
      label: this.word('held'),
      text: (row) => this.say.money(row.held, 'full'),
      align: 'end',
    },
    {
      id: 'total',
      label: this.word('total'),
      text: (row) => this.say.money(row.total, 'full'),
      align: 'end',
    },
    {
      id: 'updated',
      label: this.word('updated'),
      text: (row) => row.updatedAt,
      extra: true,
    },
  ]);

  constructor() {
    effect(() => this.store.dispatch(ContractActions.listAsked({ filter: this.filter() })));
  }

  protected other(row: ContractRow): string {
    return this.role() === 'provider' ? row.client.name : row.provider.name;
  }
  protected heading(row: ContractRow): string {
    return nextHeading(this.say, row.next, row);
  }
  protected link(row: ContractRow): string[] {
    return nextLink(row.id, row.next);
  }
  protected open(row: ContractRow): void {
    void this.router.navigate(['/contracts', row.id]);
  }
  protected narrow(queryParams: { state?: string | null; q?: string | null }): void {
    this.address.change(queryParams);
  }
  private loadMore(): void {
    const after = this.next();
    if (after) this.store.dispatch(ContractActions.moreAsked({ filter: this.filter(), after }));
  }
  private load(): void {
    this.store.dispatch(ContractActions.listAsked({ filter: this.filter() }));
  }
  private word(key: string): string {
    return this.say.it(`contracts.columns.${key}`);
  }
}
