import { Component, computed, inject, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { ListSource, SanctionList } from '@wire/screening';
import { Can } from '@ui/app/ability';
import { listing } from '@ui/app/listing';
import { asProblem, type Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Desk } from '@ui/desk';
import { EmptyState } from '@ui/empty-state';
import { ErrorSummary } from '@ui/form/error-summary';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { Status } from '@ui/status';
import { Toasts } from '@ui/toasts';
import { map } from 'rxjs';
import { riskDesk } from '../desk';
import { RiskApi } from '../risk.api';

/** The lists in use: whose, of which day, how many names, and what its publisher said last. */
@Component({
  selector: 'app-lists',
  imports: [
    Button,
    Can,
    Cell,
    DataGrid,
    Desk,
    EmptyState,
    ErrorSummary,
    Moment,
    Status,
    TranslatePipe,
  ],
  templateUrl: './lists.html',
})
export class Lists {
  protected readonly desk = riskDesk;
  private readonly api = inject(RiskApi);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  protected readonly list = listing<SanctionList>(() =>
    this.api.lists().pipe(map(({ items }) => ({ items, next: null }))),
  );
  protected readonly asking = signal<ListSource | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  private readonly column = columnsFrom<SanctionList>('risk.columns');
  protected readonly columns = computed((): Column<SanctionList>[] => [
    this.column('source', (row) => this.name(row), { card: 'title' }),
    this.column('date', ({ date }) => (date === null ? '–' : this.say.date(date))),
    this.column('version', ({ version }) => String(version), { align: 'end' }),
    this.column('entries', ({ entries }) => String(entries), { align: 'end' }),
    this.column('names', ({ names }) => String(names), { align: 'end' }),
    this.column('importedAt', ({ importedAt }) => importedAt ?? '–'),
    this.column('outcome', (row) => this.word(row)),
    this.column('askedAt', ({ askedAt }) => askedAt ?? '–'),
    this.column('fetch', () => ''),
  ]);
  protected readonly rowId = ({ source }: SanctionList) => source;

  protected name({ source }: SanctionList): string {
    return this.say.it(`risk.sources.${source}`);
  }
  /** What came of it, and why nothing did. */
  protected word({ isFetched, outcome, why }: SanctionList): string {
    if (!isFetched) return this.say.it('risk.fetched.byHand');
    const said = this.say.it(`risk.fetched.${outcome ?? 'never'}`);
    if (why === null) return said;
    const [, status] = /^http_(\d+)$/.exec(why) ?? [];
    const reason = status
      ? this.say.it('risk.why.http', { status })
      : this.say.it(`risk.why.${why}`);
    return `${said}: ${reason}`;
  }
  protected fetch(row: SanctionList): void {
    this.asking.set(row.source);
    this.problem.set(null);
    this.api.fetch(row.source).subscribe({
      next: ({ outcome }) => {
        this.asking.set(null);
        const text = this.say.it(`risk.fetch.${outcome}`, { list: this.name(row) });
        if (outcome === 'failed') this.toasts.fail(text);
        else this.toasts.say({ text });
        this.list.refresh();
      },
      error: (thrown: unknown) => {
        this.asking.set(null);
        this.problem.set(asProblem(thrown));
      },
    });
  }
}
