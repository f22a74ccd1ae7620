import { Component, computed, inject, input } from '@angular/core';
import { currencies } from '@money';
import { TranslatePipe } from '@ngx-translate/core';
import type { SafeguardingDay } from '@wire/reconciliation';
import { Address } from '@ui/app/address';
import { answer } from '@ui/app/answer';
import { Say } from '@ui/app/say';
import { Desk } from '@ui/desk';
import { EmptyState } from '@ui/empty-state';
import { FilterSelect } from '@ui/filter-select';
import { DateField } from '@ui/form/date-field';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { MoneyView } from '@ui/money';
import { Now } from '@ui/now';
import { daysBefore, isDay } from '../days';
import { reconciliationDesk } from '../desk';
import { DifferenceView } from '../difference';
import { ReconciliationApi } from '../reconciliation.api';
import { lastDays, tells } from '../verdict';
import { Held } from './held';

/** Is the money of clients there: what is owed to them beside what statements say is held. */
@Component({
  selector: 'app-safeguarding',
  imports: [
    Cell,
    DataGrid,
    DateField,
    Desk,
    DifferenceView,
    EmptyState,
    FilterSelect,
    Held,
    MoneyView,
    TranslatePipe,
  ],
  templateUrl: './safeguarding.html',
  styleUrl: './safeguarding.scss',
})
export class SafeguardingReport {
  protected readonly desk = reconciliationDesk;
  private readonly api = inject(ReconciliationApi);
  private readonly address = inject(Address);
  private readonly say = inject(Say);
  /** From the address. */
  readonly from = input<string>();
  readonly to = input<string>();
  readonly currency = input<string>();

  /** The last day that is over; today still changes. */
  protected readonly yesterday = daysBefore(inject(Now).at(), 1);
  private readonly monthAgo = daysBefore(inject(Now).at(), 30);
  protected readonly span = computed(() => {
    const [from, to] = [this.from(), this.to()];
    return { from: isDay(from) ? from : this.monthAgo, to: isDay(to) ? to : this.yesterday };
  });
  protected readonly report = answer(
    () => this.api.safeguarding(this.span().from, this.span().to),
    { keeps: true },
  );
  protected readonly file = computed(() =>
    this.api.safeguardingFile(this.span().from, this.span().to),
  );
  protected readonly chosen = computed(() => currencies.find((one) => one === this.currency()));
  protected readonly last = computed(() => lastDays(this.report.value() ?? []));
  /** The newest day first. */
  protected readonly days = this.report.list((days) =>
    days
      .filter((day) => tells(day) && (!this.chosen() || day.currency === this.chosen()))
      .toReversed(),
  );
  protected readonly currencies = computed(() => {
    const held = new Set((this.report.value() ?? []).filter(tells).map(({ currency }) => currency));
    return currencies.filter((one) => held.has(one)).map((value) => ({ value, label: value }));
  });
  private readonly column = columnsFrom<SafeguardingDay>('reconciliation.safeguarding');
  protected readonly columns = computed((): Column<SafeguardingDay>[] => [
    this.column('day', ({ date }) => date, { card: 'title' }),
    this.column('currency', ({ currency }) => currency),
    ...(['clientMoney', 'houseMoney', 'statement', 'inTransit', 'difference'] as const).map((id) =>
      this.column(id, (row) => this.say.money(row[id], 'full'), { align: 'end' }),
    ),
    this.column('breaks', ({ openBreaks }) => String(openBreaks), { align: 'end' }),
  ]);
  protected readonly sums = ['clientMoney', 'houseMoney', 'statement', 'inTransit'];
  protected readonly rowId = ({ date, currency }: SafeguardingDay) => `${date}-${currency}`;

  protected day(date: string): string {
    return this.say.date(date);
  }
  protected filter(queryParams: Record<string, string | null>): void {
    this.address.change(queryParams);
  }
}
