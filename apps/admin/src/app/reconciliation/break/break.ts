import { Component, computed, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { isPositive } from '@money';
import { TranslatePipe } from '@ngx-translate/core';
import { erased } from '@wire/privacy';
import { of } from 'rxjs';
import { Ability, Can } from '@ui/app/ability';
import { answer } from '@ui/app/answer';
import { Live } from '@ui/app/live';
import { asProblem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Session } from '@ui/app/session';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Copy } from '@ui/copy';
import { ErrorState } from '@ui/error-state';
import { NextStep } from '@ui/next-step';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Timeline, type TimelineEntry } from '@ui/timeline';
import { Toasts } from '@ui/toasts';
import { Updated } from '@ui/updated';
import { BreakStatus } from '../break-status';
import { ReconciliationApi } from '../reconciliation.api';
import { lineOf } from '../verdict';
import { historyOf, lookOf, type Step } from './history';
import { BreakSides } from './sides';
import { SuggestedEntries } from './suggested-entries';
import { type Work, WorkDialog } from './work-dialog';

/** One difference: both sides of it, the entries that would close it, who looks, what happened. */
@Component({
  selector: 'app-break',
  imports: [
    BreakSides,
    BreakStatus,
    Button,
    Can,
    Card,
    Copy,
    ErrorState,
    NextStep,
    PageHeader,
    RouterLink,
    Skeleton,
    SuggestedEntries,
    Timeline,
    TranslatePipe,
    Updated,
    WorkDialog,
  ],
  templateUrl: './break.html',
  styleUrl: './break.scss',
})
export class BreakPage {
  private readonly api = inject(ReconciliationApi);
  private readonly say = inject(Say);
  private readonly ability = inject(Ability);
  private readonly toasts = inject(Toasts);
  private readonly me = inject(Session).viewer;
  /** From the address. */
  readonly id = input.required<string>();

  protected readonly one = answer(() => this.api.one(this.id()));
  /** Asked for once it is known what they are of; a refresh of the difference leaves them alone. */
  private readonly place = computed(
    () => {
      const value = this.one.value();
      return value && { source: value.source, date: value.date, journalId: value.journalId };
    },
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  private readonly day = answer(() => {
    const place = this.place();
    return place && place.source !== 'ledger' ? this.api.day(place.source, place.date) : of(null);
  });
  private readonly journal = answer(() => {
    const id = this.place()?.journalId;
    return id && this.ability.can('inspect', 'Ledger') ? this.api.journal(id) : of(null);
  });
  protected readonly record = answer(() => {
    const place = this.place();
    return place ? this.api.record(place.source, place.date) : of([]);
  });
  protected readonly work = signal<Work | null>(null);
  protected readonly assigning = signal(false);

  protected readonly line = computed(() => {
    const value = this.one.value();
    return value ? lineOf(value, this.day.value()?.lines ?? []) : null;
  });
  protected readonly entry = computed(() => this.journal.value() ?? null);
  protected readonly heading = computed(() => {
    const kind = this.one.value()?.kind;
    return this.say.it(kind ? `reconciliation.kinds.${kind}` : 'reconciliation.one');
  });
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('reconciliation.titles.runs'), link: '/finance/reconciliation' },
    {
      label: this.say.it('reconciliation.titles.breaks'),
      link: '/finance/reconciliation/breaks',
    },
    { label: this.heading() },
  ]);
  protected readonly prepares = computed(() => this.ability.can('prepare', 'Reconciliation'));
  protected readonly mine = computed(() => this.one.value()?.owner?.id === this.me()?.id);
  protected readonly date = computed(() => {
    const date = this.one.value()?.date;
    return date ? this.say.date(date) : '';
  });
  /** What the suggested entries move: their one credit. */
  protected readonly amount = computed(() => {
    const credit = this.one.value()?.suggested.find(({ amount }) => isPositive(amount));
    return credit ? this.say.money(credit.amount) : '';
  });
  protected readonly age = computed(() => {
    const days = this.one.value()?.age ?? 0;
    return days === 0 ? this.say.it('reconciliation.today') : this.say.days(days);
  });
  protected readonly timeline = computed((): TimelineEntry[] => {
    const value = this.one.value();
    if (!value) return [];
    const steps = historyOf(value, this.record.value() ?? []);
    return steps.map((step) => ({
      ...{ id: step.id, at: step.at, proof: step.proof },
      title: this.sentence(step),
      note: step.text === erased ? this.say.it('reconciliation.erased') : step.text,
      ...lookOf(step.fact),
    }));
  });

  constructor() {
    inject(Live)
      .changes('reconciliation')
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.refresh());
  }

  protected assign(ownerId: string | null): void {
    if (this.assigning()) return;
    this.assigning.set(true);
    this.api.assign(this.id(), ownerId).subscribe({
      next: () => {
        this.assigning.set(false);
        this.refresh();
      },
      error: (thrown: unknown) => {
        this.assigning.set(false);
        const key = `problems.${asProblem(thrown).code}`;
        const words = this.say.it(key);
        this.toasts.fail(words === key ? this.say.it('ui.failed') : words);
      },
    });
  }
  protected take(): void {
    this.assign(this.me()?.id ?? null);
  }
  protected worked(): void {
    this.work.set(null);
    this.refresh();
  }
  private refresh(): void {
    this.one.refresh();
    this.record.refresh();
  }
  private sentence({ fact, by, outcome }: Step): string {
    const name = this.nameOf(by);
    const words = `reconciliation.facts.${fact}`;
    if (fact === 'resolved' && outcome)
      return this.say.it(`reconciliation.facts.ended.${outcome}`, { name });
    return this.say.it(words, { name });
  }
  /** The record has ids; names are those of whom this page knows. */
  private nameOf(id: string | null): string {
    const value = this.one.value();
    const known = [
      ...(value?.notes ?? []).map(({ author }) => author),
      ...(value?.owner ? [value.owner] : []),
      ...(this.me() ? [{ id: this.me()?.id, name: this.me()?.name ?? '' }] : []),
    ];
    const name = known.find((one) => one.id === id)?.name ?? '';
    return name === '' ? this.say.it('reconciliation.somebody') : name;
  }
}
