import { Component, computed, input } from '@angular/core';
import { isPositive, negate } from '@money';
import { TranslatePipe } from '@ngx-translate/core';
import type { BreakDetail } from '@wire/reconciliation';
import { MoneyView } from '@ui/money';

/** The journal that would make the ledger say what the statement says. */
@Component({
  selector: 'app-suggested-entries',
  imports: [MoneyView, TranslatePipe],
  template: `
    <table>
      <caption class="visually-hidden">
        {{
          'reconciliation.suggested.heading' | translate
        }}
      </caption>
      <thead>
        <tr>
          <th scope="col">{{ 'reconciliation.suggested.account' | translate }}</th>
          <th scope="col" class="end">{{ 'reconciliation.suggested.debit' | translate }}</th>
          <th scope="col" class="end">{{ 'reconciliation.suggested.credit' | translate }}</th>
        </tr>
      </thead>
      <tbody>
        @for (leg of legs(); track leg.account) {
          <tr>
            <th scope="row">
              {{ 'reconciliation.accounts.' + leg.word | translate }}
              <small
                ><bdi>{{ leg.account }}</bdi></small
              >
            </th>
            @for (side of [leg.debit, leg.credit]; track $index) {
              <td class="end">
                @if (side) {
                  <ui-money [of]="side" />
                }
              </td>
            }
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    th,
    td {
      padding: var(--s2) var(--s3);
      border-block-start: 1px solid var(--line);
      text-align: start;
    }
    thead th {
      border: 0;
      color: var(--muted);
      font-size: var(--t13);
    }
    tbody th {
      font-weight: 400;
    }
    small {
      display: block;
      color: var(--muted);
      overflow-wrap: anywhere;
    }
    .end:is(th, td) {
      text-align: end;
    }
    :is(th, td):first-child {
      padding-inline-start: 0;
    }
    :is(th, td):last-child {
      padding-inline-end: 0;
    }
  `,
})
export class SuggestedEntries {
  readonly of = input.required<BreakDetail['suggested']>();
  /** Credits are positive, as the journal writes them. */
  protected readonly legs = computed(() =>
    this.of().map(({ account, amount }) => ({
      ...{ account, word: account.replace(':', '_') },
      debit: isPositive(amount) ? null : negate(amount),
      credit: isPositive(amount) ? amount : null,
    })),
  );
}
