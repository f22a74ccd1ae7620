import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { verificationState, type VerificationRow } from '@wire/verification';
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
import { PageHeader } from '@ui/page-header';
import { Status } from '@ui/status';
import { TimeLeft } from '@ui/time-left';
import { Updated } from '@ui/updated';
import { VerificationApi } from '../verification.api';
import { VerificationStatus } from '../verification-state';

/** Who waits to be known, by the time that is left. */
@Component({
  selector: 'app-verification-queue',
  imports: [
    Cell,
    DataGrid,
    EmptyState,
    FilterSelect,
    Moment,
    PageHeader,
    RouterLink,
    Status,
    TimeLeft,
    TranslatePipe,
    Updated,
    VerificationStatus,
  ],
  templateUrl: './queue.html',
})
export class Queue {
  private readonly api = inject(VerificationApi);
  private readonly address = inject(Address);
  private readonly say = inject(Say);
  /** From the address: those in review unless said otherwise. */
  readonly state = input<string>();

  protected readonly shown = computed(() => this.state() ?? 'review');
  protected readonly list = listing<VerificationRow>((after) =>
    this.api.find(this.shown() === 'all' ? undefined : this.shown(), after),
  );
  protected readonly states = computed(() =>
    [...verificationState.options, 'all'].map((value) => ({
      value,
      label: this.say.it(`verification.states.${value}`),
    })),
  );
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('verification.heading') },
  ]);
  private readonly column = columnsFrom<VerificationRow>('verification.columns');
  protected readonly columns = computed((): Column<VerificationRow>[] => [
    this.column('account', ({ account }) => account.name, { card: 'title' }),
    this.column('tier', ({ tier }) => this.say.it(`verification.tiers.${tier}`)),
    this.column('outcome', ({ outcome }) =>
      this.say.it(`verification.outcomes.${outcome ?? 'none'}`),
    ),
    this.column('risk', ({ risk }) => this.say.it(`verification.risks.${risk}`)),
    this.column('state', ({ state }) => this.say.it(`verification.states.${state}`)),
    this.column('submittedAt', ({ submittedAt }) => submittedAt),
    this.column('dueAt', ({ dueAt }) => dueAt),
  ]);
  protected readonly rowId = ({ id }: VerificationRow) => id;
  protected readonly waits = ({ state }: VerificationRow) =>
    ['checking', 'review', 'second_look'].includes(state);

  constructor() {
    pulse(10_000).subscribe(() => this.list.refresh());
  }

  protected filter(state: string): void {
    this.address.change({ state: state || null });
  }
}
