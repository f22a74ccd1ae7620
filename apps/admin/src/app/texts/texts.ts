import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { adminTexts, type AdminText, textStatus, type TextStatus } from '@wire/texts';
import { Address } from '@ui/app/address';
import { Api } from '@ui/app/api';
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
import { Status, type Tone } from '@ui/status';
import { Updated } from '@ui/updated';

const tones: Readonly<Record<TextStatus, Tone>> = {
  waiting: 'neutral',
  queued: 'neutral',
  sent: 'info',
  delivered: 'brand',
  undelivered: 'danger',
  failed: 'danger',
  suppressed: 'attention',
};
/** Those that have a sentence; of the others the number is shown, as Twilio's own pages have it. */
const explained = [21211, 21408, 21610, 21612, 21614, 30003, 30005, 30006, 30007, 30008];

/** Text messages and what became of them: whether a code that somebody misses was delivered. */
@Component({
  selector: 'app-texts',
  imports: [
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
  templateUrl: './texts.html',
})
export class Texts {
  private readonly api = inject(Api);
  private readonly address = inject(Address);
  private readonly say = inject(Say);
  /** From the address. */
  readonly status = input<string>();
  readonly owner = input<string>();

  protected readonly shown = computed(() => textStatus.safeParse(this.status()).data);
  protected readonly list = listing<AdminText>((after) =>
    this.api.get('/admin/texts', adminTexts, {
      query: { status: this.shown(), owner: this.owner(), after, limit: 50 },
    }),
  );
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('texts.heading') },
  ]);
  protected readonly statuses = computed(() =>
    textStatus.options.map((value) => ({ value, label: this.say.it(`texts.statuses.${value}`) })),
  );
  private readonly column = columnsFrom<AdminText>('texts.columns');
  protected readonly columns = computed((): Column<AdminText>[] => [
    this.column('queuedAt', ({ queuedAt }) => queuedAt),
    this.column('owner', ({ owner }) => owner.name, { card: 'title' }),
    this.column('number', ({ number }) => number),
    this.column('country', ({ country }) => this.countryOf(country)),
    this.column('purpose', (row) => this.purposeOf(row)),
    this.column('status', ({ status }) => this.say.it(`texts.statuses.${status}`)),
    this.column('error', (row) => this.errorOf(row)),
    this.column('changedAt', ({ changedAt }) => changedAt),
    this.column('sender', ({ sender }) => sender, { extra: true }),
    this.column('id', ({ id }) => id, { extra: true }),
  ]);
  protected readonly rowId = ({ id }: AdminText) => id;

  constructor() {
    pulse(10_000).subscribe(() => this.list.refresh());
  }

  protected toneOf(status: TextStatus): Tone {
    return tones[status];
  }
  protected filter(status: string): void {
    this.address.change({ status: status || null });
  }
  /** A purpose of a step that has no words of its own is still one of a risky step. */
  protected purposeOf({ purpose }: AdminText): string {
    const known = ['phone', 'login_factor', 'disputed'].includes(purpose);
    return this.say.it(`texts.purposes.${known ? purpose : 'step_up'}`);
  }
  protected errorOf({ errorCode: code }: AdminText): string {
    if (code === null) return '';
    return explained.includes(code)
      ? `${String(code)} · ${this.say.it(`texts.errors.${String(code)}`)}`
      : String(code);
  }
  private countryOf(country: string | null): string {
    return country ? this.say.country(country) : '';
  }
}
