import { Component, computed, inject, input, model, signal } from '@angular/core';
import { isGreater, minor, type Money } from '@money';
import { TranslatePipe } from '@ngx-translate/core';
import type { Split } from '@wire/disputes';
import { Say } from '../app/say';
import { MoneyField } from '../form/money-field';
import { MoneyView } from '../money';
import { uid } from '../uid';
import {
  allocationsOf,
  type Disputed,
  exactly,
  percentOf,
  type Sides,
  toClientOf,
  toProviderOf,
} from './split';

/** A place on the scale that somebody has named before: a claim, an offer. */
export interface SplitMark {
  readonly id: string;
  readonly percent: number;
  readonly label: string;
}

/**
 * How disputed money is shared: a slider in whole percent, and below it the exact amount of every
 * milestone. The provider's part grows from the start side, the client's stands at the end side.
 */
@Component({
  selector: 'ui-split-control',
  imports: [MoneyField, MoneyView, TranslatePipe],
  templateUrl: './split-control.html',
  styleUrl: './split-control.scss',
})
export class SplitControl {
  private readonly say = inject(Say);
  readonly label = input.required<string>();
  readonly disputed = input.required<readonly Disputed[]>();
  readonly names = input.required<Sides>();
  readonly marks = input<readonly SplitMark[]>([]);
  readonly value = model.required<Split>();

  protected readonly id = uid('split');
  /** Milestones whose typed amount is more than there is. */
  protected readonly tooMuch = signal<ReadonlySet<string>>(new Set());
  protected readonly parts = computed(() => allocationsOf(this.disputed(), this.value()));
  protected readonly percent = computed(() => percentOf(this.parts()));
  protected readonly provider = computed(() => toProviderOf(this.parts()));
  protected readonly client = computed(() => toClientOf(this.parts()));
  protected readonly spoken = computed(() =>
    this.say.it('ui.dispute.split.spoken', {
      ...this.names(),
      toProvider: this.say.money(this.provider()),
      toClient: this.say.money(this.client()),
      percent: this.percent(),
    }),
  );
  /** The bar shows the exact share, the slider the nearest whole percent below it. */
  protected readonly width = computed(() => {
    const own = minor(this.provider());
    const whole = own + minor(this.client());
    return whole === 0n ? 0 : Number((own * 10_000n) / whole) / 100;
  });
  protected readonly wrong = (milestoneId: string) =>
    this.tooMuch().has(milestoneId)
      ? [{ kind: 'too_much', message: this.say.it('ui.dispute.split.tooMuch') }]
      : [];

  protected slide(typed: string): void {
    this.go(Number(typed));
  }
  protected go(provider: number): void {
    this.tooMuch.set(new Set());
    this.value.set({ kind: 'percent', provider });
  }
  protected type(milestoneId: string, toProvider: Money | null): void {
    const amount = this.disputed().find(({ id }) => id === milestoneId)?.amount;
    if (!toProvider || !amount) return;
    const over = isGreater(toProvider, amount) || minor(toProvider) < 0n;
    const others = [...this.tooMuch()].filter((id) => id !== milestoneId);
    this.tooMuch.set(new Set(over ? [...others, milestoneId] : others));
    if (over) return;
    const parts = this.parts().map((part) =>
      part.milestoneId === milestoneId ? { ...part, toProvider } : part,
    );
    this.value.set(exactly(parts));
  }
}
