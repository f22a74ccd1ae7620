import { Component, computed, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { answer } from '@ui/app/answer';
import { Card } from '@ui/card';
import { ErrorState } from '@ui/error-state';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { Skeleton } from '@ui/skeleton';
import { AuditWords } from '../audit-words';
import { type Axis, ReplayApi } from './replay.api';

/** What changed between two instants, the earlier one first. */
@Component({
  selector: 'app-difference-of',
  imports: [Card, ErrorState, Moment, MoneyView, Skeleton, TranslatePipe],
  template: `
    <ui-card flush [heading]="'audit.replay.difference' | translate">
      @if (difference.problem(); as problem) {
        <ui-error-state [problem]="problem" (retry)="difference.load()" />
      } @else if (difference.value(); as value) {
        <table>
          <caption class="visually-hidden">
            {{
              'audit.replay.difference' | translate
            }}
          </caption>
          <thead>
            <tr>
              <th scope="col">{{ 'audit.replay.columns.what' | translate }}</th>
              <th scope="col" class="end"><ui-moment form="exact" [at]="value.from" /></th>
              <th scope="col" class="end"><ui-moment form="exact" [at]="value.to" /></th>
              <th scope="col" class="end">{{ 'audit.replay.columns.change' | translate }}</th>
            </tr>
          </thead>
          <tbody>
            @for (row of value.rows; track row.name) {
              <tr>
                <th scope="row">
                  <bdi>{{ words.kindIn(row.name) }}</bdi>
                </th>
                <td class="end"><ui-money [of]="row.before" /></td>
                <td class="end"><ui-money [of]="row.after" /></td>
                <td class="end"><ui-money signed [of]="row.change" /></td>
              </tr>
            } @empty {
              <tr>
                <td colspan="4" class="muted">{{ 'audit.replay.noChange' | translate }}</td>
              </tr>
            }
          </tbody>
        </table>
      } @else {
        <ui-skeleton shape="rows" [count]="5" />
      }
    </ui-card>
  `,
  styleUrl: './table.scss',
})
export class DifferenceOf {
  private readonly api = inject(ReplayApi);
  protected readonly words = inject(AuditWords);
  readonly one = input.required<number>();
  readonly other = input.required<number>();
  readonly axis = input.required<Axis>();
  readonly account = input<string>();
  private readonly between = computed(() =>
    [this.one(), this.other()].sort((a, b) => a - b).map((at) => new Date(at).toISOString()),
  );
  protected readonly difference = answer(
    () => {
      const [from = '', to = ''] = this.between();
      return this.api.difference(from, to, this.axis(), this.account());
    },
    { keeps: true },
  );
}
