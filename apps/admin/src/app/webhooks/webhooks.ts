import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { adminDeliveries, type AdminDelivery, deliveryState } from '@wire/webhooks';
import { Can } from '@ui/app/ability';
import { Address } from '@ui/app/address';
import { Api, nothing } from '@ui/app/api';
import { listing } from '@ui/app/listing';
import { asProblem } from '@ui/app/problem';
import { pulse } from '@ui/app/pulse';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { EmptyState } from '@ui/empty-state';
import { FilterSelect } from '@ui/filter-select';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { ProblemWords } from '@ui/problem-words';
import { Status, type Tone } from '@ui/status';
import { Toasts } from '@ui/toasts';
import { Updated } from '@ui/updated';

const tones: Readonly<Record<AdminDelivery['state'], Tone>> = {
  waiting: 'info',
  delivered: 'brand',
  failed: 'danger',
  dropped: 'neutral',
};

/** What members' endpoints were told, and whether they took it. What was said stays theirs. */
@Component({
  selector: 'app-webhooks',
  imports: [
    Button,
    Can,
    Cell,
    DataGrid,
    EmptyState,
    FilterSelect,
    Moment,
    PageHeader,
    RouterLink,
    Status,
    TranslatePipe,
    Updated,
  ],
  providers: [ProblemWords],
  templateUrl: './webhooks.html',
})
export class Webhooks {
  private readonly api = inject(Api);
  private readonly address = inject(Address);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(ProblemWords);
  readonly state = input<string>();

  protected readonly shown = computed(() => deliveryState.safeParse(this.state()).data);
  protected readonly list = listing<AdminDelivery>((after) =>
    this.api.get('/admin/webhooks/deliveries', adminDeliveries, {
      query: { state: this.shown(), after, limit: 50 },
    }),
  );
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('webhooks.heading') },
  ]);
  protected readonly states = computed(() =>
    deliveryState.options.map((value) => ({
      value,
      label: this.say.it(`webhooks.states.${value}`),
    })),
  );
  private readonly column = columnsFrom<AdminDelivery>('webhooks.columns');
  protected readonly columns = computed((): Column<AdminDelivery>[] => [
    this.column('type', ({ type }) => type, { card: 'title' }),
    this.column('owner', ({ owner }) => owner.name),
    this.column('host', ({ host }) => host),
    this.column('state', ({ state }) => this.say.it(`webhooks.states.${state}`)),
    this.column('answer', (row) => this.answer(row)),
    this.column('attempts', ({ attempts }) => String(attempts), { align: 'end' }),
    this.column('createdAt', ({ createdAt }) => createdAt),
    this.column('id', ({ id }) => id, { extra: true }),
    this.column('next', () => '', { align: 'end' }),
  ]);
  protected readonly rowId = ({ id }: AdminDelivery) => id;

  constructor() {
    pulse(5_000).subscribe(() => this.list.refresh());
  }

  protected toneOf(state: AdminDelivery['state']): Tone {
    return tones[state];
  }
  protected answer({ status, problem, tookMs }: AdminDelivery): string {
    const said = status ?? (problem && this.say.it(`webhooks.problems.${problem}`));
    return said ? `${said}${tookMs === null ? '' : ` · ${tookMs} ms`}` : '–';
  }
  protected filter(state: string): void {
    this.address.change({ state: state || null });
  }
  protected replay({ id }: AdminDelivery): void {
    this.api.post(`/admin/webhooks/deliveries/${id}/replay`, {}, nothing).subscribe({
      next: () => {
        this.toasts.say({ text: this.say.it('webhooks.replayed') });
        this.list.refresh();
      },
      error: (thrown: unknown) => this.toasts.fail(this.words.transform(asProblem(thrown))),
    });
  }
}
