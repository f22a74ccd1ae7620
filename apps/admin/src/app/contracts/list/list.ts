import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { contractState } from '@wire/contracts';
import { Address } from '@ui/app/address';
import { listing } from '@ui/app/listing';
import { Say } from '@ui/app/say';
import { EmptyState } from '@ui/empty-state';
import { FilterBar } from '@ui/filter-bar';
import { FilterSelect } from '@ui/filter-select';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { PageHeader } from '@ui/page-header';
import { ContractStatus } from '../contract-state';
import { type ContractRow, ContractsApi } from '../contracts.api';

/** Every contract, by its title or id; a row opens what the record says of it. */
@Component({
  selector: 'app-contract-list',
  imports: [
    Cell,
    ContractStatus,
    DataGrid,
    EmptyState,
    FilterBar,
    FilterSelect,
    Moment,
    MoneyView,
    PageHeader,
    TranslatePipe,
  ],
  templateUrl: './list.html',
})
export class ContractList {
  private readonly api = inject(ContractsApi);
  private readonly address = inject(Address);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  /** From the address. */
  readonly q = input<string>();
  readonly state = input<string>();

  protected readonly list = listing<ContractRow>((after) =>
    this.api.find(this.q() ?? '', contractState.safeParse(this.state()).data, after),
  );
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('contracts.heading') },
  ]);
  protected readonly states = computed(() =>
    contractState.options.map((value) => ({
      value,
      label: this.say.it(`contracts.states.${value}`),
    })),
  );
  private readonly column = columnsFrom<ContractRow>('contracts.columns');
  protected readonly columns = computed((): Column<ContractRow>[] => [
    this.column('title', ({ title }) => title, { card: 'title' }),
    this.column('client', ({ client }) => client.name),
    this.column('provider', ({ provider }) => provider.name),
    this.column('state', ({ state }) => this.say.it(`contracts.states.${state}`)),
    this.column('total', ({ total }) => this.say.money(total, 'full'), { align: 'end' }),
    this.column('held', ({ held }) => this.say.money(held, 'full'), { align: 'end' }),
    this.column('released', ({ released }) => this.say.money(released, 'full'), { align: 'end' }),
    this.column('updated', ({ updatedAt }) => updatedAt),
    this.column('created', ({ createdAt }) => createdAt, { extra: true }),
    this.column('id', ({ id }) => id, { extra: true }),
  ]);
  protected readonly rowId = ({ id }: ContractRow) => id;

  protected filter(change: { q?: string | null; state?: string | null }): void {
    this.address.change(change);
  }
  protected open({ id }: ContractRow): void {
    void this.router.navigate(['/contracts', id]);
  }
}
