import { Component, computed, inject, input } from '@angular/core';
import { isZero } from '@money';
import { TranslatePipe } from '@ngx-translate/core';
import { answer } from '@ui/app/answer';
import { Card } from '@ui/card';
import { ErrorState } from '@ui/error-state';
import { MoneyView } from '@ui/money';
import { Skeleton } from '@ui/skeleton';
import { Status } from '@ui/status';
import { AuditWords } from '../audit-words';
import { type Axis, ReplayApi } from './replay.api';

/** Did everything add up at an instant? Each currency on its own. */
@Component({
  selector: 'app-trial-at',
  imports: [Card, ErrorState, MoneyView, Skeleton, Status, TranslatePipe],
  template: `
    @if (balance.problem(); as problem) {
      <ui-error-state [problem]="problem" (retry)="balance.load()" />
    } @else if (balance.value(); as value) {
      @for (section of value.currencies; track section.currency) {
        <ui-card
          flush
          [heading]="'audit.replay.trialIn' | translate: { currency: section.currency }"
        >
          <span card-actions class="sums">
            @if (isZero(section.difference)) {
              <ui-status tone="brand">{{ 'audit.replay.adds' | translate }}</ui-status>
            } @else {
              <ui-money [of]="section.difference" />
              <ui-status tone="danger">{{ 'audit.replay.addsNot' | translate }}</ui-status>
            }
          </span>
          <table>
            <caption class="visually-hidden">
              {{
                'audit.replay.trialIn' | translate: { currency: section.currency }
              }}
            </caption>
            <thead>
              <tr>
                <th scope="col">{{ 'ledger.columns.kind' | translate }}</th>
                <th scope="col" class="end">{{ 'ledger.columns.debit' | translate }}</th>
                <th scope="col" class="end">{{ 'ledger.columns.credit' | translate }}</th>
              </tr>
            </thead>
            <tbody>
              @for (row of section.rows; track row.kind) {
                <tr>
                  <th scope="row">{{ words.kind(row.kind) }}</th>
                  @for (amount of [row.debit, row.credit]; track $index) {
                    <td class="end">
                      @if (isZero(amount)) {
                        <span class="muted">–</span>
                      } @else {
                        <ui-money [of]="amount" />
                      }
                    </td>
                  }
                </tr>
              }
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{{ 'ledger.total' | translate }}</th>
                <td class="end"><ui-money [of]="section.debit" /></td>
                <td class="end"><ui-money [of]="section.credit" /></td>
              </tr>
            </tfoot>
          </table>
        </ui-card>
      } @empty {
        <ui-card>
          <p class="muted">{{ 'audit.replay.nothingYet' | translate }}</p>
        </ui-card>
      }
    } @else {
      <ui-card flush><ui-skeleton shape="rows" [count]="9" /></ui-card>
    }
  `,
  styleUrl: './table.scss',
})
export class TrialAt {
  private readonly api = inject(ReplayApi);
  protected readonly words = inject(AuditWords);
  readonly at = input.required<number>();
  readonly axis = input.required<Axis>();
  private readonly instant = computed(() => new Date(this.at()).toISOString());
  protected readonly balance = answer(
    () => this.api.trialBalance({ at: this.instant(), axis: this.axis() }),
    { keeps: true },
  );
  protected readonly isZero = isZero;
}
