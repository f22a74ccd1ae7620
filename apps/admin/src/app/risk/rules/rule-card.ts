import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { type Backtest, changeRule, type ChangeRule, type RiskRule } from '@wire/screening';
import { Can } from '@ui/app/ability';
import { asProblem, type Problem } from '@ui/app/problem';
import { Button } from '@ui/button';
import { CheckField } from '@ui/form/check-field';
import { ErrorSummary } from '@ui/form/error-summary';
import { TextField } from '@ui/form/text-field';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { RiskApi } from '../risk.api';

/** One rule: its limits, what they would have found, and the new version that holds from then on. */
@Component({
  selector: 'app-rule-card',
  imports: [Button, Can, CheckField, ErrorSummary, Moment, MoneyView, TextField, TranslatePipe],
  templateUrl: './rule-card.html',
  styleUrl: './rule-card.scss',
})
export class RuleCard {
  private readonly api = inject(RiskApi);
  readonly rule = input.required<RiskRule>();
  readonly changed = output();

  protected readonly enabled = linkedSignal(() => this.rule().enabled);
  /** Whole units on the screen, minor units on the wire. */
  protected readonly amount = linkedSignal(() => String(BigInt(this.rule().amountMinor) / 100n));
  protected readonly times = linkedSignal(() => String(this.rule().times));
  protected readonly hours = linkedSignal(() => String(this.rule().hours));
  protected readonly tried = signal<Backtest | null>(null);
  protected readonly busy = signal<'trial' | 'save' | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly wish = computed((): ChangeRule | null => {
    const { data } = changeRule.safeParse({
      rule: this.rule().rule,
      enabled: this.enabled(),
      amountMinor: /^\d{1,12}$/.test(this.amount()) ? `${BigInt(this.amount()) * 100n}` : '',
      times: Number(this.times()),
      hours: Number(this.hours()),
    });
    return data ?? null;
  });

  protected trial(): void {
    const wish = this.wish();
    if (!wish) return;
    this.busy.set('trial');
    this.api.trial(wish).subscribe({
      next: (found) => {
        this.tried.set(found);
        this.rest(null);
      },
      error: (thrown: unknown) => this.rest(asProblem(thrown)),
    });
  }
  protected save(): void {
    const wish = this.wish();
    if (!wish) return;
    this.busy.set('save');
    this.api.change(wish).subscribe({
      next: () => {
        this.rest(null);
        this.changed.emit();
      },
      error: (thrown: unknown) => this.rest(asProblem(thrown)),
    });
  }
  private rest(problem: Problem | null): void {
    this.busy.set(null);
    this.problem.set(problem);
  }
}
