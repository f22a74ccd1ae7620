import { Component, computed, inject, input } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import * as wire from '@wire/reconciliation';
import { Address } from '@ui/app/address';
import { listing } from '@ui/app/listing';
import { Live } from '@ui/app/live';
import { Say } from '@ui/app/say';
import { Session } from '@ui/app/session';
import { Button } from '@ui/button';
import { Desk } from '@ui/desk';
import { EmptyState } from '@ui/empty-state';
import { FilterSelect } from '@ui/filter-select';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { MoneyView } from '@ui/money';
import { BreakStatus } from '../break-status';
import { reconciliationDesk } from '../desk';
import { type BreakFilter, ReconciliationApi } from '../reconciliation.api';

type Filtered = 'status' | 'kind' | 'source';
/** In the address: `open` ones are shown when nothing is said. */
const everything = 'all';
const options = {
  status: wire.breakStatus.options,
  kind: wire.breakKind.options,
  source: wire.breakSource.options,
} as const;
const words = { status: 'states', kind: 'kinds', source: 'sources' } as const;

/** The differences that somebody has to explain, the oldest first. */
@Component({
  selector: 'app-break-list',
  imports: [
    BreakStatus,
    Button,
    Cell,
    DataGrid,
    Desk,
    EmptyState,
    FilterSelect,
    MoneyView,
    RouterLink,
    TranslatePipe,
  ],
  templateUrl: './breaks.html',
  styleUrl: './breaks.scss',
})
export class BreakList {
  protected readonly desk = reconciliationDesk;
  private readonly api = inject(ReconciliationApi);
  private readonly address = inject(Address);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  private readonly session = inject(Session);
  /** From the address. */
  readonly status = input<string>();
  readonly kind = input<string>();
  readonly source = input<string>();
  readonly owner = input<string>();

  protected readonly shown = computed((): BreakFilter => {
    const status = this.status() ?? 'open';
    return {
      status: wire.breakStatus.safeParse(status).data,
      kind: wire.breakKind.safeParse(this.kind()).data,
      source: wire.breakSource.safeParse(this.source()).data,
      owner: wire.findBreaks.shape.owner.safeParse(this.owner()).data,
    };
  });
  protected readonly list = listing<wire.BreakRow>((after) => this.api.breaks(this.shown(), after));
  protected readonly filters = computed(() =>
    (['status', 'kind', 'source'] as const).map((id) => ({
      id,
      label: this.say.it(`reconciliation.filters.${id}`),
      value: this.shown()[id] ?? '',
      choices: options[id].map((value) => ({
        value,
        label: this.say.it(`reconciliation.${words[id]}.${value}`),
      })),
    })),
  );
  /** Oneself, and whoever a link asks for. */
  protected readonly owners = computed(() => {
    const me = this.session.viewer()?.id;
    const asked = this.shown().owner;
    const mine = me ? [{ value: me, label: this.say.it('reconciliation.mine') }] : [];
    if (!asked || asked === me) return mine;
    const name = this.list.rows()?.find(({ owner }) => owner?.id === asked)?.owner?.name;
    return [...mine, { value: asked, label: name ?? asked }];
  });
  private readonly column = columnsFrom<wire.BreakRow>('reconciliation.columns');
  protected readonly columns = computed((): Column<wire.BreakRow>[] => [
    this.column('kind', ({ kind }) => this.say.it(`reconciliation.kinds.${kind}`), {
      card: 'title',
    }),
    this.column('difference', ({ difference }) => this.say.money(difference, 'full'), {
      align: 'end',
    }),
    this.column('age', ({ age }) => String(age)),
    this.column('owner', ({ owner }) => owner?.name ?? this.say.it('reconciliation.nobody')),
    this.column('state', ({ status }) => this.say.it(`reconciliation.states.${status}`)),
    this.column('reference', ({ reference }) => reference || '–'),
    this.column('source', ({ source }) => this.say.it(`reconciliation.sources.${source}`)),
    this.column('day', ({ date }) => date),
    this.column('expected', ({ expected }) => this.say.money(expected, 'full'), {
      align: 'end',
      extra: true,
    }),
    this.column('actual', ({ actual }) => this.say.money(actual, 'full'), {
      align: 'end',
      extra: true,
    }),
    this.column(
      'outcome',
      ({ outcome }) => (outcome ? this.say.it(`reconciliation.outcomes.${outcome}`) : '–'),
      { extra: true },
    ),
    this.column('id', ({ id }) => id, { extra: true }),
  ]);
  protected readonly rowId = ({ id }: wire.BreakRow) => id;

  constructor() {
    inject(Live)
      .changes('reconciliation')
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.list.refresh());
  }

  protected age(row: wire.BreakRow): string {
    return row.age === 0 ? this.say.it('reconciliation.today') : this.say.days(row.age);
  }
  protected day(date: string): string {
    return this.say.date(date);
  }
  protected filter(id: Filtered | 'owner', value: string): void {
    const none = id === 'status' ? everything : null;
    this.address.change({ [id]: value || none });
  }
  protected showAll(): void {
    void this.router.navigate([], { queryParams: { status: everything } });
  }
  protected open({ id }: wire.BreakRow): void {
    void this.router.navigate(['/finance/reconciliation/breaks', id]);
  }
}
