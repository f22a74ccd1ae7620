import { Component, computed, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { gateway as gateways } from '@wire/reconciliation';
import { Can } from '@ui/app/ability';
import { answer } from '@ui/app/answer';
import { Live } from '@ui/app/live';
import { asProblem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { ErrorState } from '@ui/error-state';
import { MoneyView } from '@ui/money';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Toasts } from '@ui/toasts';
import { Updated } from '@ui/updated';
import { daysFrom, isDay } from '../days';
import { ReconciliationApi } from '../reconciliation.api';
import { RunVerdict } from '../runs/run-verdict';
import { verdictOf } from '../verdict';
import { DayLines } from './day-lines';

/** One day of one partner: what its statement says, what found its like, what still waits. */
@Component({
  selector: 'app-reconciliation-day',
  imports: [
    Button,
    Can,
    DayLines,
    ErrorState,
    MoneyView,
    PageHeader,
    RouterLink,
    RunVerdict,
    Skeleton,
    TranslatePipe,
    Updated,
  ],
  templateUrl: './day.html',
  styleUrl: './day.scss',
})
export class ReconciliationDay {
  private readonly api = inject(ReconciliationApi);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  /** From the address. */
  readonly gateway = input.required<string>();
  readonly date = input.required<string>();

  protected readonly day = answer(() => this.api.day(this.gateway(), this.date()));
  protected readonly run = answer(() => this.api.runOf(this.gateway(), this.date()));
  protected readonly busy = signal(false);
  protected readonly heading = computed(() => {
    const partner = gateways.safeParse(this.gateway()).data;
    const day = isDay(this.date()) ? this.say.date(this.date()) : this.date();
    return partner ? `${this.say.it(`reconciliation.sources.${partner}`)} · ${day}` : day;
  });
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('reconciliation.titles.runs'), link: '/finance/reconciliation' },
    { label: this.heading() },
  ]);
  protected readonly neighbours = computed(() =>
    isDay(this.date())
      ? { before: daysFrom(this.date(), -1), after: daysFrom(this.date(), 1) }
      : null,
  );
  protected readonly refusal = computed(() => {
    const code = this.run.value()?.refusal;
    if (!code) return null;
    const key = `problems.${code}`;
    const words = this.say.it(key);
    return words === key ? code : words;
  });

  constructor() {
    inject(Live)
      .changes('reconciliation')
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.refresh());
  }

  protected compare(): void {
    const gateway = gateways.safeParse(this.gateway()).data;
    if (this.busy() || !gateway) return;
    this.busy.set(true);
    this.api.run({ gateway, date: this.date() }).subscribe({
      next: (run) => {
        this.busy.set(false);
        const words = `reconciliation.verdicts.${verdictOf(run)}`;
        this.toasts.say({ text: this.say.it(words, { count: run.breaks }) });
        this.refresh();
      },
      error: (thrown: unknown) => {
        this.busy.set(false);
        this.toasts.fail(this.wordsOf(asProblem(thrown).code));
      },
    });
  }
  private wordsOf(code: string): string {
    const key = `problems.${code}`;
    const words = this.say.it(key);
    return words === key ? this.say.it('ui.failed') : words;
  }
  private refresh(): void {
    this.day.refresh();
    this.run.refresh();
  }
}
