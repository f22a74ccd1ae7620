import { Component, computed, inject, input } from '@angular/core';
import { add } from '@money';
import { TranslatePipe } from '@ngx-translate/core';
import type { SafeguardingDay } from '@wire/reconciliation';
import { Say } from '@ui/app/say';
import { MoneyView } from '@ui/money';
import { DifferenceView } from '../difference';

/** One currency at the end of a day: what is owed and what is the house's, beside where it is held. */
@Component({
  selector: 'app-held',
  imports: [DifferenceView, MoneyView, TranslatePipe],
  template: `
    <header>
      <h2>
        {{ of().currency }} <bdi class="muted">{{ day() }}</bdi>
      </h2>
      <app-difference [of]="of().difference" />
    </header>
    <dl>
      @for (line of lines(); track line.word) {
        <div [class.sum]="line.sum">
          <dt>{{ 'reconciliation.safeguarding.' + line.word | translate }}</dt>
          <dd><ui-money [of]="line.amount" /></dd>
        </div>
      }
    </dl>
  `,
  styles: `
    :host {
      display: block;
      padding: var(--s5);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--surface);
    }
    header {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--s2) var(--s3);
      margin-block-end: var(--s3);
    }
    h2 {
      font-size: var(--t16);
    }
    h2 .muted {
      font-size: var(--t13);
      font-weight: 400;
    }
    dl div {
      display: flex;
      justify-content: space-between;
      gap: var(--s4);
      padding-block: var(--s1);
    }
    dt {
      color: var(--muted);
    }
    .sum {
      margin-block-end: var(--s2);
      border-block-start: 1px solid var(--line-strong);
      font-weight: 600;
    }
    .sum dt {
      color: var(--ink);
    }
  `,
})
export class Held {
  private readonly say = inject(Say);
  readonly of = input.required<SafeguardingDay>();
  protected readonly day = computed(() => this.say.date(this.of().date));
  protected readonly lines = computed(() => {
    const { clientMoney, houseMoney, statement, inTransit } = this.of();
    return [
      { word: 'clientMoney', amount: clientMoney, sum: false },
      { word: 'houseMoney', amount: houseMoney, sum: false },
      { word: 'owed', amount: add(clientMoney, houseMoney), sum: true },
      { word: 'statement', amount: statement, sum: false },
      { word: 'inTransit', amount: inTransit, sum: false },
      { word: 'there', amount: add(statement, inTransit), sum: true },
    ];
  });
}
