import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { journal } from '@wire/ledger';
import type { BreakDetail, DayView } from '@wire/reconciliation';
import type * as z from 'zod';
import { Say } from '@ui/app/say';
import { Copy } from '@ui/copy';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { DifferenceView } from '../difference';

/** What the statement says beside what the ledger says, and by how much they are apart. */
@Component({
  selector: 'app-break-sides',
  imports: [Copy, DifferenceView, Moment, MoneyView, RouterLink, TranslatePipe],
  templateUrl: './sides.html',
  styleUrl: './sides.scss',
})
export class BreakSides {
  private readonly say = inject(Say);
  readonly of = input.required<BreakDetail>();
  /** The line and the entry, once they are there; null where there is none. */
  readonly line = input.required<DayView['lines'][number] | null>();
  readonly entry = input.required<z.infer<typeof journal> | null>();
  protected readonly control = computed(() => this.of().source === 'ledger');
  protected readonly titles = computed(() => {
    if (this.control()) return this.both('control');
    return this.both(this.of().kind === 'wrong_fee' ? 'fee' : 'amount');
  });
  protected readonly partner = computed(() =>
    this.say.it(`reconciliation.sources.${this.of().source}`),
  );

  /** What the difference is the difference of. */
  protected readonly less = computed(() => {
    if (this.control()) return this.say.it('reconciliation.sides.ledgerLess');
    const fee = this.of().kind === 'wrong_fee';
    return this.say.it(`reconciliation.sides.${fee ? 'feeLess' : 'statementLess'}`);
  });

  private both(what: 'control' | 'fee' | 'amount') {
    const [actual, expected] = ['actual', 'expected'].map((side) =>
      this.say.it(`reconciliation.sides.${what}.${side}`),
    );
    return { actual, expected };
  }
}
