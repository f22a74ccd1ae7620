import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { adminApiKeys, type AdminApiKey, keyState, type KeyState } from '@wire/api-keys';
import { Can } from '@ui/app/ability';
import { Address } from '@ui/app/address';
import { Api, nothing } from '@ui/app/api';
import { listing } from '@ui/app/listing';
import { asProblem } from '@ui/app/problem';
import { pulse } from '@ui/app/pulse';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Confirmation } from '@ui/confirm';
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

const tones: Readonly<Record<KeyState, Tone>> = {
  active: 'brand',
  expired: 'neutral',
  revoked: 'neutral',
};

/** The programs that act for members, and the way to stop one. */
@Component({
  selector: 'app-api-keys',
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
  templateUrl: './api-keys.html',
})
export class ApiKeys {
  private readonly api = inject(Api);
  private readonly address = inject(Address);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  private readonly confirmation = inject(Confirmation);
  private readonly words = inject(ProblemWords);
  /** From the address. */
  readonly state = input<string>();
  readonly owner = input<string>();

  protected readonly shown = computed(() => keyState.safeParse(this.state()).data);
  protected readonly list = listing<AdminApiKey>((after) =>
    this.api.get('/admin/api-keys', adminApiKeys, {
      query: { state: this.shown(), owner: this.owner(), after, limit: 50 },
    }),
  );
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('apiKeys.heading') },
  ]);
  protected readonly states = computed(() =>
    keyState.options.map((value) => ({ value, label: this.say.it(`apiKeys.states.${value}`) })),
  );
  private readonly column = columnsFrom<AdminApiKey>('apiKeys.columns');
  protected readonly columns = computed((): Column<AdminApiKey>[] => [
    this.column('name', (row) => this.nameOf(row), { card: 'title' }),
    this.column('owner', ({ owner }) => owner.name),
    this.column('beginning', ({ beginning }) => beginning),
    this.column('scopes', ({ scopes }) => scopes.join(' ')),
    this.column('state', ({ state }) => this.say.it(`apiKeys.states.${state}`)),
    this.column('lastUsedAt', ({ lastUsedAt }) => lastUsedAt ?? ''),
    this.column('createdAt', ({ createdAt }) => createdAt),
    this.column('expiresAt', ({ expiresAt }) => expiresAt ?? ''),
    this.column('id', ({ id }) => id, { extra: true }),
    this.column('next', () => '', { align: 'end' }),
  ]);
  protected readonly rowId = ({ id }: AdminApiKey) => id;

  constructor() {
    pulse(10_000).subscribe(() => this.list.refresh());
  }

  protected toneOf(state: KeyState): Tone {
    return tones[state];
  }
  protected filter(state: string): void {
    this.address.change({ state: state || null });
  }
  protected async revoke({ id, name: key, owner: { name } }: AdminApiKey): Promise<void> {
    const sure = await this.confirmation.ask({
      heading: this.say.it('apiKeys.revoke.heading', { key }),
      text: this.say.it('apiKeys.revoke.text', { name }),
      verb: this.say.it('apiKeys.revoke.verb'),
      danger: true,
    });
    if (!sure) return;
    this.api.delete(`/admin/api-keys/${id}`, nothing).subscribe({
      next: () => {
        this.toasts.say({ text: this.say.it('apiKeys.revoke.done', { key }) });
        this.list.refresh();
      },
      error: (thrown: unknown) => this.toasts.fail(this.words.transform(asProblem(thrown))),
    });
  }
  private nameOf({ name, service }: AdminApiKey): string {
    return service ? `${name} · ${this.say.it('apiKeys.service', { name: service.name })}` : name;
  }
}
