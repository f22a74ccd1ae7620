import { NgTemplateOutlet } from '@angular/common';
import { Component, contentChild, input, output, signal, type TemplateRef } from '@angular/core';
import type { Money } from '@money';
import { TranslatePipe } from '@ngx-translate/core';
import { Icon } from './icon';
import { Moment } from './moment';
import { MoneyView } from './money';

export interface StatementLine {
  id: string;
  at: string;
  /** What it was, in words: "Milestone 1 released". */
  title: string;
  /** The contract, the reference. */
  detail?: string | undefined;
  reference?: string | undefined;
  amount: Money;
  balance: Money;
}

/**
 * A bank-grade ledger. Each row opens the event that made it and the proof: `(opened)` asks the page to
 * load it, `<ng-template #proof let-line>` shows it below the row.
 */
@Component({
  selector: 'ui-statement-table',
  imports: [Icon, Moment, MoneyView, NgTemplateOutlet, TranslatePipe],
  templateUrl: './statement-table.html',
  styleUrl: './statement-table.scss',
})
export class StatementTable {
  readonly caption = input.required<string>();
  readonly lines = input.required<readonly StatementLine[]>();
  readonly opened = output<StatementLine>();
  protected readonly proof = contentChild<TemplateRef<{ $implicit: StatementLine }>>('proof');
  protected readonly open = signal<string | null>(null);

  protected toggle(line: StatementLine): void {
    const opens = this.open() !== line.id;
    this.open.set(opens ? line.id : null);
    if (opens) this.opened.emit(line);
  }
}
