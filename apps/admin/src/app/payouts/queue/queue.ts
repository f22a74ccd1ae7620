import { Component, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { payoutState } from '@wire/payouts';
import { Ability } from '@ui/app/ability';
import { listing } from '@ui/app/listing';
import { pulse } from '@ui/app/pulse';
import { Say } from '@ui/app/say';
import { Session } from '@ui/app/session';
import { Button } from '@ui/button';
import { EmptyState } from '@ui/empty-state';
import { FilterSelect } from '@ui/filter-select';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { PageHeader } from '@ui/page-header';
import { Updated } from '@ui/updated';
import { PayoutDecision } from '../decision/decision';
import { PayoutDetail } from '../detail/detail';
import { type PayoutRow, PayoutsApi } from '../payouts.api';
import { payoutsFeature } from '../payouts.store';
import { PayoutStatus } from '../payout-state';
import { type Decision, type Verdict, whoMay } from '../who-may';

const everything = 'all';

/** Money about to leave: a maker prepares, another person approves or rejects. */
@Component({
  selector: 'app-payout-queue',
  imports: [
    Button,
    Cell,
    DataGrid,
    EmptyState,
    FilterSelect,
    Moment,
    MoneyView,
    PageHeader,
    PayoutDecision,
    PayoutDetail,
    PayoutStatus,
    TranslatePipe,
    Updated,
  ],
  templateUrl: './queue.html',
  styleUrl: './queue.scss',
})
export class PayoutQueue {
  private readonly api = inject(PayoutsApi);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  private readonly session = inject(Session);
  private readonly ability = inject(Ability);
  private readonly outcomes = inject(Store).selectSignal(payoutsFeature.selectOutcomes);

  /** From the address; without it what waits for a decision. */
  readonly state = input<string>();
  protected readonly chosen = computed(() => this.state() ?? 'awaiting_approval');
  protected readonly list = listing<PayoutRow>((after) => {
    const { data } = payoutState.safeParse(this.chosen());
    return this.api.all(data, after);
  });
  protected readonly selected = signal<ReadonlySet<string>>(new Set());
  protected readonly asked = signal<{ decision: Decision; ids: readonly string[] } | null>(null);
  protected readonly opened = signal<string | null>(null);
  protected readonly everything = everything;

  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('payouts.heading') },
  ]);
  protected readonly states = computed(() =>
    payoutState.options.map((value) => ({ value, label: this.say.it(`payouts.states.${value}`) })),
  );
  private readonly column = columnsFrom<PayoutRow>('payouts.columns');
  protected readonly columns = computed((): Column<PayoutRow>[] => [
    this.column('provider', ({ provider }) => provider.name, { card: 'title' }),
    this.column('amount', ({ amount }) => this.say.money(amount, 'full'), { align: 'end' }),
    this.column('flags', ({ flags }) => flags.map((flag) => this.flag(flag)).join(', ')),
    this.column('state', ({ state }) => this.say.it(`payouts.states.${state}`)),
    this.column('prepared', ({ preparedBy }) => preparedBy?.name ?? ''),
    this.column('requested', ({ requestedAt }) => requestedAt),
    this.column('bank', ({ bank }) => `${bank.holder} ••${bank.last4}`, { extra: true }),
    this.column('decided', ({ decidedBy }) => decidedBy?.name ?? '', { extra: true }),
    this.column('utr', ({ utr }) => utr ?? '', { extra: true }),
    this.column('id', ({ id }) => id, { extra: true }),
    this.column('next', (row) => this.obstacle(row), { align: 'end' }),
  ]);
  protected readonly rowId = ({ id }: PayoutRow) => id;
  private readonly reader = computed(() => ({
    id: this.session.viewer()?.id ?? '',
    prepares: this.ability.can('prepare', 'Payout'),
    approves: this.ability.can('approve', 'Payout'),
  }));
  protected readonly decides = computed(() => this.reader().prepares || this.reader().approves);
  /** For each decision, the selected payouts that it is open for. */
  protected readonly offers = computed(() => {
    const rows = (this.list.rows() ?? []).filter(({ id }) => this.selected().has(id));
    const decisions: readonly Decision[] = ['prepare', 'approve', 'reject'];
    return decisions
      .map((decision) => ({
        decision,
        ids: rows.filter((row) => this.verdict(row).decisions.includes(decision)).map(this.rowId),
      }))
      .filter(({ ids }) => ids.length > 0);
  });
  protected readonly stuck = computed(() => {
    const free = new Set(this.offers().flatMap(({ ids }) => ids));
    return [...this.selected()].filter((id) => !free.has(id)).length;
  });
  /** As they stood when asked, so that a decided one does not vanish from its own dialog. */
  protected readonly inQuestion = signal<readonly PayoutRow[]>([]);
  protected readonly row = computed(() =>
    (this.list.rows() ?? []).find(({ id }) => id === this.opened()),
  );
  private readonly question = viewChild(PayoutDecision);
  private readonly detail = viewChild(PayoutDetail);

  constructor() {
    effect(() => this.question()?.open());
    effect(() => this.detail()?.open());
    pulse(5_000).subscribe(() => this.list.refresh());
  }

  protected verdict(row: PayoutRow): Verdict {
    return whoMay(row, this.reader());
  }
  protected obstacle(row: PayoutRow): string {
    const { obstacle } = this.verdict(row);
    const name = row.preparedBy?.name ?? '';
    return obstacle ? this.say.it(`payouts.obstacles.${obstacle}`, { name }) : '';
  }
  protected filter(state: string): void {
    this.selected.set(new Set());
    void this.router.navigate([], { queryParams: { state: state || everything } });
  }
  protected ask(decision: Decision, ids: readonly string[]): void {
    this.opened.set(null);
    this.inQuestion.set((this.list.rows() ?? []).filter(({ id }) => ids.includes(id)));
    this.asked.set({ decision, ids });
  }
  protected answered(): void {
    const outcomes = Object.entries(this.outcomes());
    const refused = outcomes.filter(([, { status }]) => status === 'refused');
    /* What was refused stays selected, to be looked at or tried again. */
    if (outcomes.length > 0) this.selected.set(new Set(refused.map(([id]) => id)));
    this.asked.set(null);
    this.list.refresh();
  }
  private flag(flag: string): string {
    return this.say.it(`payouts.flags.${flag}`);
  }
}
