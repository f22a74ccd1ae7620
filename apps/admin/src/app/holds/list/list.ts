import { Component, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { HoldRow } from '@wire/holds';
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
import { ProposalDialog, type Send } from '@ui/proposal-dialog';
import { Status } from '@ui/status';
import { TimeLeft } from '@ui/time-left';
import { holdsDesk } from '../desk';
import { HoldDialog } from '../hold-dialog/hold-dialog';
import { HoldsApi } from '../holds.api';

/** What compliance holds back, and what it held: with why, until when, and the way to lift it. */
@Component({
  selector: 'app-hold-list',
  imports: [
    Button,
    Can,
    Cell,
    DataGrid,
    Desk,
    EmptyState,
    FilterSelect,
    HoldDialog,
    Moment,
    ProposalDialog,
    RouterLink,
    Status,
    TimeLeft,
    TranslatePipe,
  ],
  templateUrl: './list.html',
  styles: `
    .why {
      display: block;
      max-inline-size: 380px;
      padding-block: var(--s2);
      white-space: normal;
      line-height: 1.4;
    }
    .why small,
    .who small {
      display: block;
      color: var(--muted);
    }
  `,
})
export class HoldList {
  protected readonly desk = holdsDesk;
  private readonly api = inject(HoldsApi);
  private readonly address = inject(Address);
  private readonly say = inject(Say);
  /** From the address: `held` unless said otherwise; `hold` opens the dialog for a contract. */
  readonly state = input<string>();
  readonly hold = input<string>();

  protected readonly shown = computed(() => this.state() ?? 'held');
  protected readonly list = listing<HoldRow>((after) => {
    const open = { held: true, lifted: false }[this.shown()];
    return this.api.find(open, after);
  });
  protected readonly lifting = signal<HoldRow | null>(null);
  protected readonly contract = this.hold;
  protected readonly asking = computed(() => this.hold() !== undefined);
  protected readonly states = computed(() =>
    ['held', 'lifted'].map((value) => ({ value, label: this.say.it(`holds.states.${value}`) })),
  );
  private readonly column = columnsFrom<HoldRow>('holds.columns');
  protected readonly columns = computed((): Column<HoldRow>[] => [
    this.column('contract', ({ contractTitle }) => contractTitle, { card: 'title' }),
    this.column(
      'reason',
      ({ reason, note }) => `${this.say.it(`holds.reasons.${reason}`)}: ${note}`,
    ),
    this.column('heldBy', ({ heldBy }) => heldBy.name),
    this.column('heldAt', ({ heldAt }) => heldAt, { extra: true }),
    this.column('scope', ({ milestoneIds }) =>
      this.say.it('holds.scope', { count: milestoneIds.length }),
    ),
    this.column('until', ({ until }) => until),
    this.column('state', ({ liftedAt }) =>
      this.say.it(`holds.states.${liftedAt ? 'lifted' : 'held'}`),
    ),
    this.column('id', ({ id }) => id, { extra: true }),
    this.column('next', () => '', { align: 'end' }),
  ]);
  protected readonly rowId = ({ id }: HoldRow) => id;
  private readonly proposal = viewChild(ProposalDialog);

  constructor() {
    effect(() => this.proposal()?.open());
    inject(Live)
      .changes('holds')
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.list.refresh());
  }

  protected lift({ id }: HoldRow): Send {
    return (reason, key) => this.api.lift(id, reason, key);
  }
  protected filter(state: string): void {
    this.go({ state: state === 'held' ? null : state });
  }
  protected ask(hold: string): void {
    this.go({ hold });
  }
  protected answered(): void {
    this.lifting.set(null);
    this.go({ hold: null });
    this.list.refresh();
  }
  private go(queryParams: Record<string, string | null>): void {
    this.address.change(queryParams);
  }
}
