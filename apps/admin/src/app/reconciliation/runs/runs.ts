import { Component, computed, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { gateway as gateways, type ReconciliationRun } from '@wire/reconciliation';
import { Can } from '@ui/app/ability';
import { Address } from '@ui/app/address';
import { listing } from '@ui/app/listing';
import { Live } from '@ui/app/live';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Desk } from '@ui/desk';
import { EmptyState } from '@ui/empty-state';
import { FilterSelect } from '@ui/filter-select';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { reconciliationDesk } from '../desk';
import { ReconciliationApi } from '../reconciliation.api';
import { RunDialog } from './run-dialog';
import { RunVerdict } from './run-verdict';

/** The days that were compared, the newest first: what each partner's statement came to. */
@Component({
  selector: 'app-reconciliation-runs',
  imports: [
    Button,
    Can,
    Cell,
    DataGrid,
    Desk,
    EmptyState,
    FilterSelect,
    Moment,
    MoneyView,
    RouterLink,
    RunDialog,
    RunVerdict,
    TranslatePipe,
  ],
  templateUrl: './runs.html',
  styleUrl: './runs.scss',
})
export class ReconciliationRuns {
  protected readonly desk = reconciliationDesk;
  private readonly api = inject(ReconciliationApi);
  private readonly address = inject(Address);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  /** From the address. */
  readonly gateway = input<string>();

  protected readonly chosen = computed(() => gateways.safeParse(this.gateway()).data);
  protected readonly list = listing<ReconciliationRun>((after) =>
    this.api.runs(this.chosen(), after),
  );
  protected readonly asking = signal(false);
  protected readonly gateways = computed(() =>
    gateways.options.map((value) => ({ value, label: this.partner(value) })),
  );
  private readonly column = columnsFrom<ReconciliationRun>('reconciliation.columns');
  protected readonly columns = computed((): Column<ReconciliationRun>[] => [
    this.column('day', ({ date }) => date, { card: 'title' }),
    this.column('gateway', ({ gateway }) => this.partner(gateway)),
    this.column('verdict', (row) => row.refusal ?? String(row.breaks)),
    this.column('matched', ({ matched, lines }) => `${matched} / ${lines}`, { align: 'end' }),
    this.column('statement', this.sums('statement'), { align: 'end' }),
    this.column('booked', this.sums('booked'), { align: 'end' }),
    this.column('fees', this.sums('fees'), { align: 'end', extra: true }),
    this.column('at', ({ at }) => at),
    this.column('hash', ({ statementHash }) => statementHash ?? '–', { extra: true }),
  ]);
  protected readonly rowId = ({ gateway, date }: ReconciliationRun) => `${gateway}-${date}`;

  constructor() {
    inject(Live)
      .changes('reconciliation')
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.list.refresh());
  }

  protected partner(gateway: string): string {
    return this.say.it(`reconciliation.sources.${gateway}`);
  }
  protected day(date: string): string {
    return this.say.date(date);
  }
  protected filter(gateway: string): void {
    this.address.change({ gateway: gateway || null });
  }
  protected open({ gateway, date }: ReconciliationRun): void {
    void this.router.navigate(['/finance/reconciliation', gateway, date]);
  }
  protected compared(): void {
    this.asking.set(false);
    this.list.refresh();
  }
  private sums(side: 'statement' | 'booked' | 'fees') {
    return ({ totals }: ReconciliationRun): string =>
      totals.map((total) => this.say.money(total[side], 'full')).join('; ');
  }
}
