import { Component, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { isZero } from '@money';
import { TranslatePipe } from '@ngx-translate/core';
import { Can } from '@ui/app/ability';
import { answer } from '@ui/app/answer';
import { pulse } from '@ui/app/pulse';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Copy } from '@ui/copy';
import { ErrorState } from '@ui/error-state';
import { MoneyView } from '@ui/money';
import { Now } from '@ui/now';
import { PageHeader } from '@ui/page-header';
import { ProposalDialog, type Send } from '@ui/proposal-dialog';
import { Skeleton } from '@ui/skeleton';
import { Status } from '@ui/status';
import { Updated } from '@ui/updated';
import { openMonths } from '../months';
import { PeriodsApi } from '../periods.api';

/** One month: its trial balance, the hash that its close binds, and the way to close it. */
@Component({
  selector: 'app-period',
  imports: [
    Button,
    Can,
    Copy,
    ErrorState,
    MoneyView,
    PageHeader,
    ProposalDialog,
    RouterLink,
    Skeleton,
    Status,
    TranslatePipe,
    Updated,
  ],
  templateUrl: './period.html',
  styleUrl: './period.scss',
})
export class PeriodPage {
  private readonly api = inject(PeriodsApi);
  private readonly say = inject(Say);
  private readonly now = inject(Now);
  /** From the address: `2026-10`. */
  readonly period = input.required<string>();

  protected readonly balance = answer(() => this.api.balance(this.period()));
  private readonly months = answer(() => this.api.closed());
  private readonly waiting = answer(() => this.api.waiting());
  protected readonly asking = signal(false);
  protected readonly heading = computed(() => this.say.month(this.period()));
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('periods.heading'), link: '/finance/periods' },
    { label: this.heading() },
  ]);
  protected readonly closed = computed(
    () => this.months.value()?.find(({ period }) => period === this.period()) ?? null,
  );
  protected readonly request = computed(() => this.waiting.value()?.get(this.period()) ?? null);
  protected readonly closable = computed(() => {
    const months = this.months.value();
    if (!months || this.request()) return false;
    return openMonths(months[0]?.period ?? null, this.now.at()).includes(this.period());
  });
  protected readonly sides = ['debit', 'credit'] as const;
  protected readonly isZero = isZero;
  protected readonly send: Send = (reason, key) => this.api.close(this.period(), reason, key);
  private readonly dialog = viewChild(ProposalDialog);

  constructor() {
    effect(() => this.dialog()?.open());
    pulse(10_000).subscribe(() => this.refresh());
  }

  protected kind(kind: string): string {
    const key = `ledger.kinds.${kind}`;
    const words = this.say.it(key);
    return words === key ? kind : words;
  }
  protected answered(): void {
    this.asking.set(false);
    this.refresh();
  }
  private refresh(): void {
    for (const one of [this.balance, this.months, this.waiting]) one.refresh();
  }
}
