import { Component, computed, effect, inject, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { JournalRow } from '@wire/journals';
import { Can } from '@ui/app/ability';
import { answer } from '@ui/app/answer';
import { listing } from '@ui/app/listing';
import { pulse } from '@ui/app/pulse';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { EmptyState } from '@ui/empty-state';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { PageHeader } from '@ui/page-header';
import { ProposalDialog, type Send } from '@ui/proposal-dialog';
import { Status } from '@ui/status';
import { TimeLeft } from '@ui/time-left';
import { Updated } from '@ui/updated';
import { JournalsApi } from '../journals.api';

/** What people posted by hand, what waits for a second person, and the way to take one back. */
@Component({
  selector: 'app-journal-list',
  imports: [
    Button,
    Can,
    Cell,
    DataGrid,
    EmptyState,
    Moment,
    MoneyView,
    PageHeader,
    ProposalDialog,
    RouterLink,
    Status,
    TimeLeft,
    TranslatePipe,
    Updated,
  ],
  templateUrl: './list.html',
  styleUrl: './list.scss',
})
export class JournalList {
  private readonly api = inject(JournalsApi);
  private readonly say = inject(Say);

  protected readonly list = listing<JournalRow>((after) => this.api.find(after));
  protected readonly waiting = answer(() => this.api.waiting());
  protected readonly reversing = signal<JournalRow | null>(null);
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('journals.heading') },
  ]);
  private readonly column = columnsFrom<JournalRow>('journals.columns');
  protected readonly columns = computed((): Column<JournalRow>[] => [
    this.column('legs', (row) => this.summary(row), { card: 'title' }),
    this.column('effective', ({ effectiveAt }) => effectiveAt),
    this.column('posted', ({ postedAt }) => postedAt),
    this.column('late', ({ lateFor }) => lateFor ?? '–'),
    this.column('state', ({ reversedAt }) =>
      this.say.it(reversedAt ? 'journals.reversed' : 'journals.posted'),
    ),
    this.column('id', ({ id }) => id, { extra: true }),
    this.column('next', () => '', { align: 'end' }),
  ]);
  protected readonly rowId = ({ id }: JournalRow) => id;
  private readonly dialog = viewChild(ProposalDialog);

  constructor() {
    effect(() => this.dialog()?.open());
    pulse(5_000).subscribe(() => {
      this.list.refresh();
      this.waiting.refresh();
    });
  }

  /** An account by its kind; whose it is stands in the ledger. */
  protected name(account: string): string {
    const [kind = '', part] = account.split(':');
    const key = `journals.accounts.${kind === 'gateway' || kind === 'bank' ? `${kind}_${part}` : kind}`;
    const words = this.say.it(key);
    return words === key ? account : words;
  }
  protected summary({ legs }: JournalRow): string {
    return legs
      .map(({ account, amount }) => `${this.name(account)} ${this.say.money(amount, 'full')}`)
      .join(' · ');
  }
  protected reverse({ id }: JournalRow): Send {
    return (reason, key) => this.api.reverse(id, reason, key);
  }
  protected answered(): void {
    this.reversing.set(null);
    this.list.refresh();
    this.waiting.refresh();
  }
}
