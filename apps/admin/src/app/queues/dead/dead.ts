import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { map } from 'rxjs';
import { Ability } from '@ui/app/ability';
import { listing } from '@ui/app/listing';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Confirmation } from '@ui/confirm';
import { EmptyState } from '@ui/empty-state';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { ProblemWords } from '@ui/problem-words';
import { Status } from '@ui/status';
import { type DeadLetter, QueuesApi } from '../queues.api';
import { DeadLettersPage, type Outcome, queuesFeature } from '../queues.store';

/** The letters of one queue that gave up: why, and once more, one or all, with how each fared. */
@Component({
  selector: 'app-dead-letters',
  imports: [
    Button,
    Cell,
    DataGrid,
    EmptyState,
    Moment,
    PageHeader,
    ProblemWords,
    Status,
    TranslatePipe,
  ],
  templateUrl: './dead.html',
  styles: `
    .reason {
      display: inline-block;
      min-inline-size: min(280px, 40vw);
      color: var(--danger);
      white-space: normal;
    }
    .refused {
      font-size: var(--t13);
      white-space: normal;
    }
  `,
})
export class DeadLetters {
  private readonly api = inject(QueuesApi);
  private readonly store = inject(Store);
  private readonly say = inject(Say);
  private readonly confirmation = inject(Confirmation);
  private readonly ability = inject(Ability);
  /** From the address. */
  readonly queue = input.required<string>();

  protected readonly list = listing<DeadLetter>(() =>
    this.api.dead(this.queue()).pipe(map(({ items }) => ({ items, next: null }))),
  );
  protected readonly busy = this.store.selectSignal(queuesFeature.selectBusy);
  private readonly outcomes = this.store.selectSignal(queuesFeature.selectOutcomes);
  protected readonly mayReplay = computed(() => this.ability.can('replay', 'Queue'));
  protected readonly told = computed(() => {
    const all = Object.values(this.outcomes());
    const count = (status: Outcome['status']) =>
      all.filter((each) => each.status === status).length;
    return all.length === 0
      ? null
      : { count: all.length, done: count('done'), refused: count('refused') };
  });
  protected readonly left = computed(() =>
    (this.list.rows() ?? []).filter(({ id }) => this.outcomes()[id]?.status !== 'done'),
  );
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('queues.heading'), link: '/ops/queues' },
    { label: this.queue() },
  ]);
  private readonly column = columnsFrom<DeadLetter>('queues.columns');
  protected readonly columns = computed((): Column<DeadLetter>[] => [
    this.column('letter', ({ name }) => name, { card: 'title' }),
    this.column('summary', ({ summary }) => summary),
    this.column('reason', ({ reason }) => reason),
    this.column('attempts', ({ attempts }) => String(attempts), { align: 'end' }),
    this.column('failed', ({ failedAt }) => failedAt),
    this.column('id', ({ id }) => id, { extra: true }),
    this.column('result', ({ id }) => this.outcomes()[id]?.status ?? '', { align: 'end' }),
  ]);
  protected readonly rowId = ({ id }: DeadLetter) => id;

  constructor() {
    effect(() => {
      this.queue();
      untracked(() => this.store.dispatch(DeadLettersPage.opened()));
    });
  }

  protected outcome(id: string): Outcome | undefined {
    return this.outcomes()[id];
  }
  protected replay(ids: readonly string[]): void {
    this.store.dispatch(DeadLettersPage.replayed({ queue: this.queue(), ids }));
  }
  protected async replayAll(): Promise<void> {
    const count = this.left().length;
    const sure = await this.confirmation.ask({
      heading: this.say.it('queues.replayAllHeading', { queue: this.queue() }),
      text: this.say.it('queues.replayAllText'),
      verb: this.say.it('queues.replayAll', { count }),
    });
    if (sure) this.replay(this.left().map(({ id }) => id));
  }
  protected again(): void {
    this.store.dispatch(DeadLettersPage.opened());
    this.list.refresh();
  }
}
