import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { type DisputeRow, disputeState } from '@wire/disputes';
import { Address } from '@ui/app/address';
import { listing } from '@ui/app/listing';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { DisputeStatus } from '@ui/dispute/dispute-status';
import { EmptyState } from '@ui/empty-state';
import { FilterSelect } from '@ui/filter-select';
import { Cell } from '@ui/grid/cell';
import type { Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { PageHeader } from '@ui/page-header';
import { DisputesApi } from '../disputes.api';

/** My disputes: where each stands, who has to act, until when. */
@Component({
  selector: 'app-dispute-list',
  imports: [
    Button,
    Cell,
    DataGrid,
    DisputeStatus,
    EmptyState,
    FilterSelect,
    Moment,
    MoneyView,
    PageHeader,
    RouterLink,
    TranslatePipe,
  ],
  templateUrl: './dispute-list.html',
  styleUrl: './dispute-list.scss',
})
export class DisputeList {
  private readonly api = inject(DisputesApi);
  private readonly address = inject(Address);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  /** From the address. */
  readonly state = input<string>();

  protected readonly list = listing<DisputeRow>((after) =>
    this.api.list(disputeState.safeParse(this.state()).data, after),
  );
  protected readonly rowId = ({ id }: DisputeRow) => id;
  protected readonly states = computed(() =>
    disputeState.options.map((value) => ({ value, label: this.wordOf(value) })),
  );
  protected readonly columns = computed((): Column<DisputeRow>[] => [
    { ...this.column('contract'), text: (row) => row.contractTitle, card: 'title' },
    { ...this.column('state'), text: (row) => this.wordOf(row.step.state) },
    { ...this.column('owner'), text: (row) => this.owner(row) },
    { ...this.column('deadline'), text: (row) => row.step.deadline ?? '' },
    {
      ...this.column('amount'),
      text: (row) => this.say.money(row.amount, 'full'),
      align: 'end',
    },
    { ...this.column('opened'), text: (row) => row.openedAt, extra: true },
  ]);

  protected owner({ step, client, provider }: DisputeRow): string {
    const names = { client: client.name, provider: provider.name };
    return this.say.it(`ui.dispute.owners.${step.owner}`, names);
  }
  protected category({ category }: DisputeRow): string {
    return this.say.it(`ui.dispute.categories.${category}`);
  }
  protected open({ id }: DisputeRow): void {
    void this.router.navigate(['/disputes', id]);
  }
  protected narrow(state: string): void {
    this.address.change({ state: state || null });
  }
  private wordOf(state: string): string {
    return this.say.it(`ui.dispute.states.${state}`);
  }
  private column(id: string) {
    return { id, label: this.say.it(`disputes.columns.${id}`) };
  }
}
