import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { PrivacyRequest } from '@wire/retention';
import { listing } from '@ui/app/listing';
import { Say } from '@ui/app/say';
import { EmptyState } from '@ui/empty-state';
import { FilterSelect } from '@ui/filter-select';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { Status, type Tone } from '@ui/status';
import { TimeLeft } from '@ui/time-left';
import { PrivacyApi } from '../privacy.api';

const kinds = ['export', 'deletion'] as const;
const states = ['open', 'answered'] as const;
const tones: Record<PrivacyRequest['state'], Tone> = {
  ...({ making: 'attention', ready: 'brand', expired: 'neutral' } as const),
  ...({ scheduled: 'attention', cancelled: 'neutral', done: 'brand' } as const),
};

/** What people asked about their data, the latest first, with the clock of the law. */
@Component({
  selector: 'app-privacy-requests',
  imports: [
    Cell,
    DataGrid,
    EmptyState,
    FilterSelect,
    Moment,
    RouterLink,
    Status,
    TimeLeft,
    TranslatePipe,
  ],
  templateUrl: './requests.html',
})
export class Requests {
  private readonly api = inject(PrivacyApi);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  readonly kind = input<string>();
  readonly state = input<string>();
  protected readonly tone = ({ state }: PrivacyRequest): Tone => tones[state];
  protected readonly list = listing<PrivacyRequest>((after) => {
    const kind = kinds.find((one) => one === this.kind());
    const state = this.state();
    const open = state === 'open' ? true : state === 'answered' ? false : undefined;
    return this.api.requests(kind, open, after);
  });
  protected readonly kinds = computed(() =>
    kinds.map((value) => ({ value, label: this.say.it(`privacy.kinds.${value}`) })),
  );
  protected readonly states = computed(() =>
    states.map((value) => ({ value, label: this.say.it(`privacy.standing.${value}`) })),
  );
  private readonly column = columnsFrom<PrivacyRequest>('privacy.columns');
  protected readonly columns = computed((): Column<PrivacyRequest>[] => [
    this.column('account', ({ name }) => name, { card: 'title' }),
    this.column('kind', ({ kind }) => this.say.it(`privacy.kinds.${kind}`)),
    this.column('state', ({ state }) => this.say.it(`privacy.states.${state}`)),
    this.column('askedAt', ({ askedAt }) => askedAt),
    this.column('answerBy', ({ answerBy }) => answerBy),
  ]);
  protected readonly rowId = ({ id }: PrivacyRequest) => id;
  protected readonly isOpen = ({ state }: PrivacyRequest): boolean =>
    state === 'making' || state === 'scheduled';

  protected filter(change: Record<string, string | null>): void {
    const queryParamsHandling = 'merge';
    void this.router.navigate([], { queryParams: change, queryParamsHandling, replaceUrl: true });
  }
}
