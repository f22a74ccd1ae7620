import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { type PoolEntry, poolSort, type PoolView } from '@wire/talent';
import type { Observable } from 'rxjs';
import { Address } from '@ui/app/address';
import { answer } from '@ui/app/answer';
import { Organisations } from '@ui/app/organisations';
import { asProblem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Avatar } from '@ui/avatar';
import { Button } from '@ui/button';
import { Chip } from '@ui/chip';
import { Confirmation } from '@ui/confirm';
import { EmptyState } from '@ui/empty-state';
import { FilterBar } from '@ui/filter-bar';
import { FilterSelect } from '@ui/filter-select';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { ProblemWords } from '@ui/problem-words';
import { Stars } from '@ui/stars';
import { Toasts } from '@ui/toasts';
import { InvitePool } from './invite-pool';
import { NoteDialog } from './note-dialog';
import { PoolDialog } from './pool-dialog';
import { PoolsApi } from './pools.api';

/** Who is in a pool, what is noted of each, and how the work together went. */
@Component({
  selector: 'app-pool',
  imports: [
    Avatar,
    Button,
    Cell,
    Chip,
    DataGrid,
    EmptyState,
    FilterBar,
    FilterSelect,
    InvitePool,
    Moment,
    NoteDialog,
    PageHeader,
    PoolDialog,
    RouterLink,
    Stars,
    TranslatePipe,
  ],
  providers: [ProblemWords],
  templateUrl: './pool.html',
  styleUrl: './pool.scss',
  host: { '[class.page]': 'own()' },
})
export class Pool {
  private readonly api = inject(PoolsApi);
  private readonly organisations = inject(Organisations);
  private readonly address = inject(Address);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(ProblemWords);
  private readonly confirm = inject(Confirmation);
  /** From the address. */
  readonly poolId = input.required<string>();
  readonly own = input(false);
  readonly q = input<string>();
  readonly tag = input<string>();
  readonly sort = input<string>();

  protected readonly changing = signal(false);
  protected readonly noting = signal<PoolEntry | null>(null);
  protected readonly inviting = signal<readonly string[]>([]);
  protected readonly selected = signal<ReadonlySet<string>>(new Set());
  protected readonly root = computed(() => (this.own() ? '/pools' : '/org/talent'));
  protected readonly workspaces = computed(() => {
    const house = this.page.value()?.organisation?.id;
    return this.organisations.mine()?.items.find(({ id }) => id === house)?.workspaces ?? [];
  });
  private readonly filter = computed(() => ({
    q: this.q(),
    tag: this.tag(),
    sort: poolSort.safeParse(this.sort()).data,
  }));
  protected readonly page = answer(() => this.api.pool(this.poolId(), this.filter()), {
    keeps: true,
  });
  protected readonly list = this.page.list(({ items }) => items);
  protected readonly file = computed(() => {
    const query = Object.entries(this.filter()).flatMap(([key, value]) =>
      value ? [[key, value]] : [],
    );
    const asked = new URLSearchParams(query).toString();
    return `/api/pools/${this.poolId()}/providers.csv${asked && `?${asked}`}`;
  });
  protected readonly sorts = computed(() =>
    poolSort
      .exclude(['added'])
      .options.map((value) => ({ value, label: this.say.it(`pools.sorts.${value}`) })),
  );
  protected readonly tags = computed(() =>
    (this.page.value()?.tags ?? []).map((value) => ({ value, label: value })),
  );
  private readonly column = columnsFrom<PoolEntry>('pools.columns');
  protected readonly columns = computed((): Column<PoolEntry>[] => [
    this.column('provider', ({ provider }) => provider.name, { card: 'title' }),
    this.column('note', ({ note }) => note),
    this.column('worked', ({ worked }) => String(worked?.contracts ?? 0)),
    ...(this.page.value()?.mayChange ? [this.column('acts', () => '', { align: 'end' })] : []),
  ]);
  protected readonly rowId = ({ provider }: PoolEntry): string => provider.id;

  protected change(queryParams: Record<string, string | null>): void {
    this.address.change(queryParams);
  }
  /** Whom the filter shows, when nobody is picked. */
  protected invite({ items }: PoolView): void {
    const picked = items.filter(({ provider }) => this.selected().has(provider.id));
    this.inviting.set((picked.length > 0 ? picked : items).map(({ provider }) => provider.id));
  }
  protected drop({ provider, note, tags }: PoolEntry): void {
    const [pool, who] = [this.poolId(), provider.id];
    const text = this.say.it('pools.dropped', { name: provider.name });
    const undo = () => this.run(this.api.keep(pool, who, { note, tags: [...tags] }));
    this.run(this.api.drop(pool, who), () => this.toasts.say({ text, undo }));
  }
  protected async close({ id, name }: PoolView): Promise<void> {
    const word = (key: string) => this.say.it(`pools.close.${key}`, { name });
    const [heading, text, verb] = [word('heading'), word('text'), word('verb')];
    if (!(await this.confirm.ask({ heading, text, verb, danger: true }))) return;
    this.run(this.api.close(id), () => void this.router.navigateByUrl(this.root()));
  }
  protected saved(): void {
    this.changing.set(false);
    this.noting.set(null);
    this.page.refresh();
  }

  private run(asked: Observable<unknown>, done?: () => void): void {
    asked.subscribe({
      next: () => {
        done?.();
        this.page.refresh();
      },
      error: (thrown: unknown) => this.toasts.fail(this.words.transform(asProblem(thrown))),
    });
  }
}
