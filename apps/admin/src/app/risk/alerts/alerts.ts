import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { AlertRow } from '@wire/screening';
import { Address } from '@ui/app/address';
import { listing } from '@ui/app/listing';
import { pulse } from '@ui/app/pulse';
import { Say } from '@ui/app/say';
import { Desk } from '@ui/desk';
import { EmptyState } from '@ui/empty-state';
import { FilterSelect } from '@ui/filter-select';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { Status } from '@ui/status';
import { CaseStatus } from '../case-state';
import { riskDesk } from '../desk';
import { RiskApi } from '../risk.api';

const standing = ['open', 'resolved', 'all'] as const;
const kinds = ['name', 'rule'] as const;

/** Every reason to look at somebody, the newest first; a row leads to the case that holds it. */
@Component({
  selector: 'app-alerts',
  imports: [
    CaseStatus,
    Cell,
    DataGrid,
    Desk,
    EmptyState,
    FilterSelect,
    Moment,
    RouterLink,
    Status,
    TranslatePipe,
  ],
  templateUrl: './alerts.html',
})
export class Alerts {
  protected readonly desk = riskDesk;
  private readonly api = inject(RiskApi);
  private readonly address = inject(Address);
  private readonly say = inject(Say);
  /** From the address. */
  readonly state = input<string>();
  readonly kind = input<string>();

  protected readonly shown = computed(() => this.state() ?? 'open');
  protected readonly list = listing<AlertRow>((after) => {
    const state = this.shown() === 'all' ? undefined : this.shown();
    return this.api.alerts(
      { ...(state && { state }), ...(this.kind() && { kind: this.kind() }) },
      after,
    );
  });
  protected readonly states = computed(() =>
    standing.map((value) => ({ value, label: this.say.it(`risk.standing.${value}`) })),
  );
  protected readonly kinds = computed(() =>
    kinds.map((value) => ({ value, label: this.say.it(`risk.kinds.${value}`) })),
  );
  private readonly column = columnsFrom<AlertRow>('risk.columns');
  protected readonly columns = computed((): Column<AlertRow>[] => [
    this.column('account', ({ account }) => account.name, { card: 'title' }),
    this.column('found', (row) => this.found(row)),
    this.column('strength', ({ strength }) => this.say.it(`risk.strengths.${strength}`)),
    this.column('cause', ({ cause }) => this.say.it(`risk.causes.${cause}`)),
    this.column('state', ({ state }) => this.say.it(`risk.states.${state}`)),
    this.column('raisedAt', ({ raisedAt }) => raisedAt),
  ]);
  protected readonly rowId = ({ id }: AlertRow) => id;

  constructor() {
    pulse(10_000).subscribe(() => this.list.refresh());
  }

  protected found({ listedName, rule, score, source }: AlertRow): string {
    if (rule) return this.say.it(`risk.rules.${rule}.name`);
    const alike = this.say.percent(Math.round((score ?? 0) * 100) * 100);
    return `${listedName ?? ''} · ${(source ?? '').toUpperCase()} · ${alike}`;
  }
  protected filter(change: Record<string, string | null>): void {
    this.address.change(change);
  }
}
