import { Component, computed, inject, input } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { type ApprovalRow, approvalState } from '@wire/approvals';
import { Ability } from '@ui/app/ability';
import { Address } from '@ui/app/address';
import { listing } from '@ui/app/listing';
import { Live } from '@ui/app/live';
import { Say } from '@ui/app/say';
import { EmptyState } from '@ui/empty-state';
import { FilterSelect } from '@ui/filter-select';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { PageHeader } from '@ui/page-header';
import { Tabs, type TabWords } from '@ui/tabs';
import { TimeLeft } from '@ui/time-left';
import { Updated } from '@ui/updated';
import { actions, isKnown } from '../actions';
import { ApprovalStatus } from '../approval-state';
import { ApprovalsApi, type Show } from '../approvals.api';

const shows: readonly Show[] = ['waiting', 'mine', 'all'];

/** What two people have to want: what waits for the reader, what they asked for, all they may see. */
@Component({
  selector: 'app-approval-inbox',
  imports: [
    ApprovalStatus,
    Cell,
    DataGrid,
    EmptyState,
    FilterSelect,
    Moment,
    MoneyView,
    PageHeader,
    RouterLink,
    Tabs,
    TimeLeft,
    TranslatePipe,
    Updated,
  ],
  templateUrl: './inbox.html',
  styles: `
    .reason {
      display: -webkit-box;
      min-inline-size: 200px;
      white-space: normal;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }
  `,
})
export class ApprovalInbox {
  private readonly api = inject(ApprovalsApi);
  private readonly address = inject(Address);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  private readonly ability = inject(Ability);
  /** From the address. */
  readonly show = input<string>();
  readonly state = input<string>();
  readonly action = input<string>();

  /** Whoever decides nothing begins with what they asked for. */
  protected readonly shown = computed(
    () =>
      shows.find((one) => one === this.show()) ??
      (this.ability.can('decide', 'Approval') ? 'waiting' : 'mine'),
  );
  protected readonly list = listing<ApprovalRow>((after) => {
    const show = this.shown();
    const state = show === 'waiting' ? undefined : approvalState.safeParse(this.state()).data;
    return this.api.find({ show, state, action: this.action() }, after);
  });
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('approvals.heading') },
  ]);
  protected readonly tabs = computed((): TabWords[] =>
    shows.map((id) => ({ id, label: this.say.it(`approvals.show.${id}`) })),
  );
  protected readonly kinds = computed(() =>
    actions.map((value) => ({ value, label: this.say.it(`approvals.actions.${value}`) })),
  );
  protected readonly states = computed(() =>
    approvalState.options.map((value) => ({
      value,
      label: this.say.it(`approvals.states.${value}`),
    })),
  );
  private readonly column = columnsFrom<ApprovalRow>('approvals.columns');
  protected readonly columns = computed((): Column<ApprovalRow>[] => {
    const waiting = this.shown() === 'waiting';
    return [
      this.column('action', (row) => this.title(row), { card: 'title' }),
      this.column('amount', ({ amount }) => (amount ? this.say.money(amount, 'full') : ''), {
        align: 'end',
      }),
      this.column('maker', ({ maker }) => maker.name),
      this.column('reason', ({ reason }) => reason),
      this.column('asked', ({ requestedAt }) => requestedAt),
      this.column('left', ({ expiresAt }) => expiresAt),
      this.column('state', ({ state }) => this.say.it(`approvals.states.${state}`), {
        extra: waiting,
      }),
      this.column('checker', ({ checker }) => checker?.name ?? '', { extra: waiting }),
      this.column('subject', ({ subject }) => subject, { extra: true }),
      this.column('id', ({ id }) => id, { extra: true }),
    ];
  });
  protected readonly rowId = ({ id }: ApprovalRow) => id;

  constructor() {
    inject(Live)
      .changes('approvals')
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.list.refresh());
  }

  protected title({ action }: ApprovalRow): string {
    return isKnown(action) ? this.say.it(`approvals.actions.${action}`) : action;
  }
  protected filter(queryParams: Record<string, string | null>): void {
    this.address.change(queryParams);
  }
  protected open({ id }: ApprovalRow): void {
    void this.router.navigate(['/approvals', id]);
  }
}
