import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { type ChargebackRow, chargebackState } from '@wire/chargebacks';
import { Address } from '@ui/app/address';
import { listing } from '@ui/app/listing';
import { pulse } from '@ui/app/pulse';
import { Say } from '@ui/app/say';
import { EmptyState } from '@ui/empty-state';
import { FilterSelect } from '@ui/filter-select';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { Now } from '@ui/now';
import { PageHeader } from '@ui/page-header';
import { TimeLeft } from '@ui/time-left';
import { Updated } from '@ui/updated';
import { ChargebackStatus } from '../chargeback-state';
import { ChargebacksApi } from '../chargebacks.api';
import { type Next, nextOf } from '../standing';

/** Payments that a payer's bank asks about or takes back, the next deadline first. */
@Component({
  selector: 'app-chargeback-list',
  imports: [
    Cell,
    ChargebackStatus,
    DataGrid,
    EmptyState,
    FilterSelect,
    Moment,
    MoneyView,
    PageHeader,
    RouterLink,
    TimeLeft,
    TranslatePipe,
    Updated,
  ],
  templateUrl: './list.html',
})
export class ChargebackList {
  private readonly api = inject(ChargebacksApi);
  private readonly address = inject(Address);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  private readonly now = inject(Now);
  /** From the address. */
  readonly state = input<string>();
  readonly contract = input<string>();

  protected readonly list = listing<ChargebackRow>((after) => {
    const state = chargebackState.safeParse(this.state()).data;
    return this.api.find(state, this.contract(), after);
  });
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('chargebacks.heading') },
  ]);
  protected readonly states = computed(() =>
    chargebackState.options.map((value) => ({
      value,
      label: this.say.it(`chargebacks.states.${value}`),
    })),
  );
  private readonly column = columnsFrom<ChargebackRow>('chargebacks.columns');
  protected readonly columns = computed((): Column<ChargebackRow>[] => [
    this.column('contract', ({ contractTitle }) => contractTitle, { card: 'title' }),
    this.column('due', ({ respondBy }) => respondBy ?? ''),
    this.column('amount', ({ amount }) => this.say.money(amount, 'full'), { align: 'end' }),
    this.column('phase', ({ phase }) => this.say.it(`chargebacks.phases.${phase}`)),
    this.column('state', ({ state }) => this.say.it(`chargebacks.states.${state}`)),
    this.column('reason', ({ reasonCode }) => this.reason(reasonCode)),
    this.column('received', ({ receivedAt }) => receivedAt),
    this.column('client', ({ client }) => client.name, { extra: true }),
    this.column('provider', ({ provider }) => provider?.name ?? '', { extra: true }),
    this.column('gateway', ({ gatewayDisputeId }) => gatewayDisputeId, { extra: true }),
    this.column('id', ({ id }) => id, { extra: true }),
  ]);
  protected readonly rowId = ({ id }: ChargebackRow) => id;

  constructor() {
    pulse(10_000).subscribe(() => this.list.refresh());
  }

  protected next(row: ChargebackRow): Next {
    return nextOf(row, this.now.at());
  }
  protected filter(state: string): void {
    this.address.change({ state: state || null });
  }
  protected open({ id }: ChargebackRow): void {
    void this.router.navigate(['/finance/chargebacks', id]);
  }
  /** A reason of a bank that nobody has named is shown as the bank writes it. */
  private reason(code: string): string {
    const key = `chargebacks.reasons.${code}`;
    const words = this.say.it(key);
    return words === key ? code : words;
  }
}
