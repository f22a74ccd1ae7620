import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { disputeCategory, disputeState } from '@wire/disputes';
import { Address } from '@ui/app/address';
import { listing } from '@ui/app/listing';
import { pulse } from '@ui/app/pulse';
import { Say } from '@ui/app/say';
import { DisputeStatus } from '@ui/dispute/dispute-status';
import { EmptyState } from '@ui/empty-state';
import { type ActiveFilter, FilterBar } from '@ui/filter-bar';
import { FilterSelect } from '@ui/filter-select';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { PageHeader } from '@ui/page-header';
import { Updated } from '@ui/updated';
import { type ConsoleRow, DisputesApi } from '../disputes.api';
import { Heat } from './heat';

interface Filters {
  state?: string | null;
  category?: string | null;
  mine?: string | null;
  q?: string | null;
}

/** Disputes that wait, the nearest deadline first. */
@Component({
  selector: 'app-dispute-queue',
  imports: [
    Cell,
    DataGrid,
    DisputeStatus,
    EmptyState,
    FilterBar,
    FilterSelect,
    Heat,
    Moment,
    MoneyView,
    PageHeader,
    RouterLink,
    TranslatePipe,
    Updated,
  ],
  templateUrl: './queue.html',
  styleUrl: './queue.scss',
})
export class DisputeQueue {
  private readonly api = inject(DisputesApi);
  private readonly address = inject(Address);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  /** From the address. */
  readonly state = input<string>();
  readonly category = input<string>();
  readonly mine = input<string>();
  readonly q = input<string>();

  protected readonly list = listing<ConsoleRow>((after) =>
    this.api.find(
      {
        state: disputeState.safeParse(this.state()).data,
        category: disputeCategory.safeParse(this.category()).data,
        mine: this.mine() === 'true' ? true : undefined,
        q: this.q(),
      },
      after,
    ),
  );
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('disputes.heading') },
  ]);
  protected readonly states = computed(() => this.choices(disputeState.options, 'states'));
  protected readonly categories = computed(() =>
    this.choices(disputeCategory.options, 'categories'),
  );
  protected readonly whose = computed(() => [
    { value: 'true', label: this.say.it('disputes.mine') },
  ]);
  protected readonly active = computed((): ActiveFilter[] => {
    const shown = [
      { id: 'state', found: this.states().find(({ value }) => value === this.state()) },
      { id: 'category', found: this.categories().find(({ value }) => value === this.category()) },
      { id: 'mine', found: this.whose().find(({ value }) => value === this.mine()) },
    ];
    return shown.flatMap(({ id, found }) => (found ? [{ id, label: found.label }] : []));
  });
  private readonly column = columnsFrom<ConsoleRow>('disputes.columns');
  protected readonly columns = computed((): Column<ConsoleRow>[] => [
    this.column('title', ({ contractTitle }) => contractTitle, { card: 'title' }),
    this.column('deadline', ({ step }) => step.deadline ?? ''),
    this.column('state', ({ step }) => this.word('states', step.state)),
    this.column('amount', ({ amount }) => this.say.money(amount, 'full'), { align: 'end' }),
    this.column('owner', (row) => this.owner(row)),
    this.column('mediator', ({ mediator }) => mediator?.name ?? ''),
    this.column('opened', ({ openedAt }) => openedAt),
    this.column('category', ({ category }) => this.word('categories', category), { extra: true }),
    this.column('sides', ({ client, provider }) => `${client.name}, ${provider.name}`, {
      extra: true,
    }),
    this.column('id', ({ id }) => id, { extra: true }),
  ]);
  protected readonly rowId = ({ id }: ConsoleRow) => id;

  constructor() {
    pulse(10_000).subscribe(() => this.list.refresh());
  }

  protected owner({ step, client, provider }: ConsoleRow): string {
    const names = { client: client.name, provider: provider.name };
    return this.say.it(`ui.dispute.owners.${step.owner}`, names);
  }
  protected word(kind: 'states' | 'categories', value: string): string {
    return this.say.it(`ui.dispute.${kind}.${value}`);
  }
  protected filter(queryParams: Filters): void {
    this.address.change(queryParams);
  }
  protected drop(filter: string): void {
    this.filter({ [filter]: null });
  }
  protected clear(): void {
    this.filter({ state: null, category: null, mine: null, q: null });
  }
  protected open({ id }: ConsoleRow): void {
    void this.router.navigate(['/disputes', id]);
  }
  private choices(values: readonly string[], kind: 'states' | 'categories') {
    return values.map((value) => ({ value, label: this.word(kind, value) }));
  }
}
