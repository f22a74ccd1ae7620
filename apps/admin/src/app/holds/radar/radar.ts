import { Component, computed, inject, input } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { currencies, type Currency } from '@money';
import { TranslatePipe } from '@ngx-translate/core';
import type * as wire from '@wire/holds';
import type * as z from 'zod';
import { Address } from '@ui/app/address';
import { listing } from '@ui/app/listing';
import { Live } from '@ui/app/live';
import { Say } from '@ui/app/say';
import { Desk } from '@ui/desk';
import { EmptyState } from '@ui/empty-state';
import { FilterSelect } from '@ui/filter-select';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { Status } from '@ui/status';
import { holdsDesk } from '../desk';
import { HoldsApi } from '../holds.api';
import { DaysLeft } from './days-left';

type Row = z.infer<typeof wire.radarRow>;
const spans = ['7', '14', '30', '60'];

/** Money in escrow by the days that its gateway may still hold it: the fewest first. */
@Component({
  selector: 'app-hold-radar',
  imports: [
    Cell,
    DataGrid,
    DaysLeft,
    Desk,
    EmptyState,
    FilterSelect,
    Moment,
    MoneyView,
    RouterLink,
    Status,
    TranslatePipe,
  ],
  templateUrl: './radar.html',
})
export class HoldRadar {
  protected readonly desk = holdsDesk;
  private readonly api = inject(HoldsApi);
  private readonly address = inject(Address);
  private readonly say = inject(Say);
  /** From the address. */
  readonly within = input<string>();
  readonly currency = input<string>();

  protected readonly shownCurrency = computed(
    () => currencies.find((one): one is Currency => one === this.currency()) ?? 'INR',
  );
  protected readonly span = computed(() => spans.find((one) => one === this.within()) ?? '');
  protected readonly list = listing<Row>((after) =>
    this.api.radar(this.span() ? Number(this.span()) : undefined, this.shownCurrency(), after),
  );
  protected readonly spans = computed(() =>
    spans.map((value) => ({ value, label: this.say.it('holds.radar.days', { days: value }) })),
  );
  /** The first one is what shows when nothing is chosen. */
  protected readonly others = currencies.slice(1).map((value) => ({ value, label: value }));
  private readonly column = columnsFrom<Row>('holds.columns');
  protected readonly columns = computed((): Column<Row>[] => [
    this.column('contract', ({ contractTitle }) => contractTitle, { card: 'title' }),
    this.column('left', ({ daysLeft }) => String(daysLeft)),
    this.column('amount', ({ amount }) => this.say.money(amount, 'full'), { align: 'end' }),
    this.column('gateway', ({ gateway }) => gateway),
    this.column('fundedAt', ({ fundedAt }) => fundedAt),
    this.column('limit', ({ maxHoldUntil }) => maxHoldUntil),
    this.column('state', ({ held }) => (held ? this.say.it('holds.states.held') : '')),
    this.column('policy', ({ policyVersion }) => String(policyVersion), { extra: true }),
    this.column('milestone', ({ milestoneId }) => milestoneId, { extra: true }),
  ]);
  protected readonly rowId = ({ milestoneId }: Row) => milestoneId;

  constructor() {
    inject(Live)
      .changes('holds')
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.list.refresh());
  }

  protected filter(queryParams: Record<string, string | null>): void {
    this.address.change(queryParams);
  }
}
