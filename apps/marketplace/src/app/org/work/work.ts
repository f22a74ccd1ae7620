import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { contractState, type ContractRow } from '@wire/contracts';
import { jobStatus, type JobRow } from '@wire/jobs';
import { EMPTY } from 'rxjs';
import { Address } from '@ui/app/address';
import { listing } from '@ui/app/listing';
import { Organisations } from '@ui/app/organisations';
import { Say } from '@ui/app/say';
import { EmptyState } from '@ui/empty-state';
import { FilterSelect } from '@ui/filter-select';
import { FilterText } from '@ui/filter-text';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { PageHeader } from '@ui/page-header';
import { Tabs } from '@ui/tabs';
import { OrgApi } from '../org.api';

/** What everybody in the organisation works on, as far as the viewer may see it. */
@Component({
  selector: 'app-org-work',
  imports: [
    Cell,
    DataGrid,
    EmptyState,
    FilterSelect,
    FilterText,
    Moment,
    MoneyView,
    NgTemplateOutlet,
    PageHeader,
    RouterLink,
    Tabs,
    TranslatePipe,
  ],
  templateUrl: './work.html',
  styles: `
    .filters {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2);
    }
  `,
})
export class OrgWork {
  private readonly api = inject(OrgApi);
  private readonly organisations = inject(Organisations);
  private readonly address = inject(Address);
  private readonly say = inject(Say);
  /** From the address. */
  readonly tab = input<string>();
  readonly state = input<string>();
  readonly workspace = input<string>();
  readonly field = input<string>();
  readonly value = input<string>();

  protected readonly shown = computed(() => (this.tab() === 'jobs' ? 'jobs' : 'contracts'));
  protected readonly tabs = computed(() =>
    ['contracts', 'jobs'].map((id) => ({ id, label: this.say.it(`org.work.${id}`) })),
  );
  private readonly id = computed(() => this.organisations.current()?.id);
  protected readonly teams = computed(() =>
    (this.organisations.current()?.workspaces ?? []).map(({ id, name }) => ({
      ...{ value: id, label: name },
    })),
  );
  /** Archived ones too: what was given for them is still found. */
  private readonly known = computed(() => this.organisations.current()?.fields ?? []);
  protected readonly fields = computed(() =>
    this.known().map(({ id, label }) => ({ value: id, label })),
  );
  protected readonly chosen = computed(() => this.known().find(({ id }) => id === this.field()));
  protected readonly options = computed(() =>
    (this.chosen()?.options ?? []).map((value) => ({ value, label: value })),
  );
  private readonly kept = computed(() => ({
    workspaceId: this.workspace(),
    ...(this.field() && this.value() && { fieldId: this.field(), fieldValue: this.value() }),
  }));
  protected readonly states = computed(() =>
    (this.shown() === 'jobs' ? jobStatus : contractState).options.map((value) => ({
      ...{ value, label: this.say.it(`org.work.states.${value}`) },
    })),
  );
  protected readonly contracts = listing<ContractRow>((after) => {
    const id = this.id();
    const state = contractState.safeParse(this.state()).data;
    return id && this.shown() === 'contracts'
      ? this.api.contracts(id, { state, ...this.kept(), after })
      : EMPTY;
  });
  protected readonly jobs = listing<JobRow>((after) => {
    const id = this.id();
    const status = jobStatus.safeParse(this.state()).data;
    return id && this.shown() === 'jobs'
      ? this.api.jobs(id, { status, ...this.kept(), after })
      : EMPTY;
  });
  private readonly contractColumn = columnsFrom<ContractRow>('org.work.columns');
  protected readonly contractColumns = computed((): Column<ContractRow>[] => [
    this.contractColumn('title', ({ title }) => title, { card: 'title' }),
    this.contractColumn('client', ({ client }) => client.name),
    this.contractColumn('provider', ({ provider }) => provider.name),
    this.contractColumn('state', ({ state }) => this.say.it(`org.work.states.${state}`)),
    this.contractColumn('held', ({ held }) => this.say.money(held), { align: 'end' }),
    this.contractColumn('total', ({ total }) => this.say.money(total), { align: 'end' }),
  ]);
  private readonly jobColumn = columnsFrom<JobRow>('org.work.columns');
  protected readonly jobColumns = computed((): Column<JobRow>[] => [
    this.jobColumn('title', (row) => this.titleOf(row), { card: 'title' }),
    this.jobColumn('client', ({ client }) => client.name),
    this.jobColumn('state', ({ status }) => this.say.it(`org.work.states.${status}`)),
    this.jobColumn('proposals', ({ proposals }) => String(proposals), { align: 'end' }),
    this.jobColumn('updated', ({ updatedAt }) => updatedAt),
  ]);
  protected readonly rowId = ({ id }: { id: string }): string => id;

  protected titleOf({ title }: JobRow): string {
    return title || this.say.it('org.work.untitled');
  }
  /** What one tab calls a state the other does not know. */
  protected show(tab: string): void {
    this.filter({ tab: tab === 'jobs' ? tab : null, state: null });
  }
  protected filter(queryParams: Record<string, string | null>): void {
    this.address.change(queryParams);
  }
}
